import type { z } from 'zod'
import { addressesOf, contactsAt } from '../../../db/queries/contacts.ts'
import { contactsHolding, contactsLike } from '../../../db/queries/find-records.ts'
import type { OfficeCtx } from '../../context.ts'
import { searchKey } from '../../kernel/text.ts'
import { searchPieces, wordsOf } from '../search/rules/typed-words.ts'
import type { AlikeShown, FindAlike } from './input.ts'
import { normalised } from './plan-contact.ts'
import { mayBecome } from './rules/similar-names.ts'

const MOST_SHOWN = 5
/** So many names are held against what was typed. */
const MOST_LIKE = 300

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office'>
type Person = { id: string; name: string; nameKey: string }

/**
 * Living people who may be the one that is being written down, before they are there twice: those with the same address,
 * then those of the same or a similar name. Each with why.
 */
export async function findAlike(
  needs: Needs,
  { name, email, phone }: z.infer<typeof FindAlike>,
): Promise<z.infer<typeof AlikeShown>> {
  const [byEmail, byPhone, byName] = await Promise.all([
    at(needs, 'email', email),
    at(needs, 'phone', phone),
    namedLike(needs, searchKey(name)),
  ])
  const found = new Map<string, { person: Person; why: string }>()
  const add = (person: Person, why: string) => found.has(person.id) || found.set(person.id, { person, why })
  for (const person of byEmail) add(person, 'has this email')
  for (const person of byPhone) add(person, 'has this number')
  for (const person of byName) add(person, person.nameKey === searchKey(name) ? 'same name' : 'similar name')
  const shown = [...found.values()].slice(0, MOST_SHOWN)
  const ids = shown.map(({ person }) => person.id)
  const addresses = ids.length === 0 ? [] : await addressesOf(needs.db, needs.officeId, ids)
  return shown.map(({ person: { id, name: known }, why }) => ({
    ...{ id, name: known, why },
    address: addresses
      .filter(({ contactId }) => contactId === id)
      .map(({ asTyped }) => asTyped)
      .join(', '),
  }))
}

/** Who has an address; nobody while it is not typed to its end. */
async function at(needs: Needs, kind: 'email' | 'phone', typed: string): Promise<Person[]> {
  const value = typed === '' ? null : normalised(needs, { kind, typed })
  return value === null ? [] : contactsAt(needs.db, needs.officeId, kind, value)
}

/** Those of exactly this name first, then those in whose name every word stands, then those who are a slip away. */
async function namedLike({ db, officeId }: Needs, nameKey: string): Promise<Person[]> {
  const words = wordsOf(nameKey)
  const pieces = searchPieces(words)
  if (pieces.length === 0) return []
  const [holding, like] = await Promise.all([
    contactsHolding(db, officeId, words, MOST_LIKE),
    contactsLike(db, officeId, pieces, MOST_LIKE),
  ])
  const alike = [...holding, ...like].filter((person) => mayBecome(nameKey, person.nameKey))
  return alike.sort((one, other) => Number(other.nameKey === nameKey) - Number(one.nameKey === nameKey))
}
