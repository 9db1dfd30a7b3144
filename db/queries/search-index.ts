import { asc, desc, eq } from 'drizzle-orm'
import { isFound, type Sought } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { type SearchedKind, slipsOf, soughtWords } from '../../worker/kernel/search-words.ts'
import type { Db } from '../schema/index.ts'
import { searchEntries, searchHeld } from '../schema/search.ts'
import type { Plan } from './plan.ts'

/** What the words are: any of a record, or of a name its words, their ends, or how they may be mistyped. */
type Part = 'word' | 'name' | 'end' | 'slip'
const PARTS: Record<Part, string> = { word: 'w', name: 'n', end: 'e', slip: 's' }
/** An attachment is found with the files, and a file with them. */
type Kind = Exclude<SearchedKind, `${string}_name` | 'attachment'>
const KINDS: Record<Kind, string> = { contact: 'c', company: 'o', deal: 'd', task: 't', message: 'm', file: 'f' }
/** So much of an office’s id stands in a tag; that an entry is the office’s is asked beside it. */
const TAG_LENGTH = 12
/** The ends of words are kept down to so many letters. */
const SHORTEST_END = 4
/** With fewer letters a spelling must be the whole one, or half of all names would begin with it. */
const SHORTEST_BEGINNING = 5

const tag = (officeId: OfficeId, kind: Kind, part: Part) =>
  officeId.replaceAll('-', '').slice(-TAG_LENGTH) + KINDS[kind] + PARTS[part]

/** Of every word one begins so: in the record, or in its name. At `most` so many are looked at, the last that were written. */
export const holdingAll = (
  officeId: OfficeId,
  kind: Kind,
  words: readonly string[],
  part: 'word' | 'name',
  most?: number,
) =>
  isFound(
    searchEntries,
    officeId,
    words.map((word) => [beginning(tag(officeId, kind, part), word)]),
    most,
  )

/** Every word stands in the name: at a beginning, within, or with a slip in it. Some of these are too far off all the same. */
export const holdingSlipped = (officeId: OfficeId, kind: 'contact' | 'company', words: readonly string[]) => {
  const slipped = tag(officeId, kind, 'slip')
  const sought: Sought = words.map((word) => [
    beginning(tag(officeId, kind, 'name'), word),
    ...(word.length >= SHORTEST_END ? [beginning(tag(officeId, kind, 'end'), word)] : []),
    ...slipsOf(word).map((spelling) => ({
      token: slipped + spelling,
      isBeginning: spelling.length >= SHORTEST_BEGINNING,
    })),
  ])
  return isFound(searchEntries, officeId, sought)
}

const beginning = (tag: string, word: string) => ({ token: tag + word, isBeginning: true })

/** The ids of what is found, as a question within another one: people and companies by name. */
export const idsByName = (db: Db, found: ReturnType<typeof isFound>, limit: number) =>
  db
    .select({ id: searchEntries.recordId })
    .from(searchEntries)
    .where(found)
    .orderBy(asc(searchEntries.name), asc(searchEntries.recordId))
    .limit(limit)

/** The same, the newest first. */
export const idsByAge = (db: Db, found: ReturnType<typeof isFound>, limit: number) =>
  db
    .select({ id: searchEntries.recordId })
    .from(searchEntries)
    .where(found)
    .orderBy(desc(searchEntries.at), desc(searchEntries.recordId))
    .limit(limit)

/** The ids of all people or companies that hold what was typed; null where nothing was typed that could be sought. */
export function idsOf(db: Db, officeId: OfficeId, kind: 'contact' | 'company', text: string) {
  const words = soughtWords(text)
  if (words.length === 0) return null
  return db
    .select({ id: searchEntries.recordId })
    .from(searchEntries)
    .where(holdingAll(officeId, kind, words, 'word'))
}

/**
 * The same write, after which every entry of the search index that it concerns is written anew once. For a write of
 * hundreds of rows; a smaller one is quicker without.
 */
export const indexedOnce = (officeId: OfficeId, { write, ...plan }: Plan): Plan => ({
  ...plan,
  write: (db) => [
    db.insert(searchHeld).values({ officeId }),
    ...write(db),
    db.delete(searchHeld).where(eq(searchHeld.officeId, officeId)),
  ],
})
