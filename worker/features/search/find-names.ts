import type { z } from 'zod'
import { contactsFound } from '../../../db/queries/contact-list.ts'
import { companiesLike } from '../../../db/queries/find-records.ts'
import { holdingAll, holdingSlipped } from '../../../db/queries/search-index.ts'
import type { OfficeCtx } from '../../context.ts'
import { phoneDigits, slipsOf, soughtWords } from '../../kernel/search-words.ts'
import { type Finds, MOST_OF_EACH } from './input.ts'
import { distance } from './rules/typed-words.ts'

/** So many names that share a spelling with what was typed are held against it. */
const MOST_LIKE = 200

/** Of all who have “mail” in their address these are enough; of those whose name begins so the first are shown. */
const MOST_LOOKED_AT = 2000

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/**
 * People whose name begins with the words; after them those who are found by an address, a company, a tag or an own field;
 * and where there is room left, those whose name is a slip away. A part of a number is sought among the numbers.
 */
export async function findPeople({ db, officeId }: Needs, text: string): Promise<z.infer<typeof Finds>['contacts']> {
  const words = soughtWords(text)
  const isNumber = phoneDigits(text) !== null
  const read = (part: 'word' | 'name') =>
    contactsFound(
      db,
      officeId,
      holdingAll(officeId, 'contact', words, part, part === 'word' ? MOST_LOOKED_AT : undefined),
      MOST_OF_EACH,
    )
  const named = isNumber ? [] : await read('name')
  const found = named.length < MOST_OF_EACH ? together(named, await read('word')) : named
  const all = isNumber ? found : await orLike({ db, officeId }, 'contact', words, found)
  return all.map(({ id, name, addresses }) => ({ id, title: name, detail: addresses[0]?.asTyped ?? '' }))
}

type Named = { id: string; name: string; nameKey: string; addresses: { asTyped: string }[] }

const together = <Row extends { id: string }>(first: Row[], second: Row[]): Row[] =>
  [...first, ...second.filter(({ id }) => !first.some((row) => row.id === id))].slice(0, MOST_OF_EACH)

/** What was found, and where that is little, what is a slip away from the words, the nearest first. */
export async function orLike(
  { db, officeId }: Needs,
  kind: 'contact' | 'company',
  words: string[],
  found: (Omit<Named, 'addresses'> & Partial<Named>)[],
): Promise<Named[]> {
  const whole = found.map((row) => ({ ...row, addresses: row.addresses ?? [] }))
  if (found.length >= MOST_OF_EACH || words.every((word) => slipsOf(word).length === 0)) return whole
  const like: typeof found =
    kind === 'contact'
      ? await contactsFound(db, officeId, holdingSlipped(officeId, kind, words), MOST_LIKE)
      : await companiesLike(db, officeId, words, MOST_LIKE)
  const near = like
    .map((row) => ({ row: { ...row, addresses: row.addresses ?? [] }, far: distance(row.nameKey, words) }))
    .filter(({ far }) => far !== null)
    .sort((a, b) => (a.far ?? 0) - (b.far ?? 0))
  return together(
    whole,
    near.map(({ row }) => row),
  )
}
