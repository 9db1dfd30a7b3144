import type { z } from 'zod'
import { contactsFound } from '../../../db/queries/contact-list.ts'
import { addressesOf, contactsAt } from '../../../db/queries/contacts.ts'
import { holdingAll, holdingSlipped } from '../../../db/queries/search-index.ts'
import type { OfficeCtx } from '../../context.ts'
import { slipsOf, typedWords } from '../../kernel/search-words.ts'
import { searchKey } from '../../kernel/text.ts'
import type { AlikeShown, FindAlike } from './input.ts'
import { normalised } from './plan-contact.ts'
import { mayBecome } from './rules/similar-names.ts'

const MOST_SHOWN = 5
/** So many names are held against what was typed. */
const MOST_LIKE = 200

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
  const words = typedWords(nameKey)
  if (words.length === 0) return []
  // An initial may stand for a word, and a word may be left out: then one long word leads to the person.
  const long = words.length > 1 ? words.filter((word) => slipsOf(word).length > 0) : []
  const asked = [
    holdingAll(officeId, 'contact', words, 'name'),
    ...[words, ...long.map((word) => [word])].map((each) => holdingSlipped(officeId, 'contact', each)),
  ]
  const found = await Promise.all(asked.map((each) => contactsFound(db, officeId, each, MOST_LIKE)))
  const alike = found.flat().filter((person) => mayBecome(nameKey, person.nameKey))
  return alike.sort((one, other) => Number(other.nameKey === nameKey) - Number(one.nameKey === nameKey))
}
