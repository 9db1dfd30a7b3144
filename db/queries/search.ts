import { type SQL, sql } from 'drizzle-orm'
import { searchKey } from '../../worker/kernel/text.ts'
import type { companies } from '../schema/companies.ts'
import type { addresses, contacts } from '../schema/contacts.ts'
import type { deals } from '../schema/deals.ts'
import type { conversations } from '../schema/inbox.ts'
import type { files, notes } from '../schema/records.ts'
import type { tasks } from '../schema/tasks.ts'

/** D1 refuses a LIKE pattern of more than 50 bytes; what a person types is shorter. */
const LONGEST_PATTERN_BYTES = 40

/** A column that is folded already. */
export type FoldedColumn =
  | typeof contacts.nameKey
  | typeof companies.nameKey
  | typeof addresses.value
  | typeof conversations.subjectKey
  | typeof deals.titleKey
  | typeof tasks.titleKey
  | typeof notes.textKey
  | typeof files.nameKey

/** Whether a folded column contains what was typed. Both sides are folded; % and _ stand for themselves. */
export const contains = (column: FoldedColumn, typed: string): SQL =>
  sql`${column} like ${`%${patternOf(searchKey(typed))}%`} escape '\\'`

/** Whether a folded column begins with what was typed. */
export const begins = (column: FoldedColumn, typed: string): SQL =>
  sql`${column} like ${`${patternOf(searchKey(typed))}%`} escape '\\'`

/** The same of a value that is not folded: capitals do not matter, accents do. */
export const holds = (value: SQL, typed: string): SQL =>
  sql`lower(${value}) like ${`%${patternOf(typed.toLowerCase())}%`} escape '\\'`
export const opens = (value: SQL, typed: string): SQL =>
  sql`lower(${value}) like ${`${patternOf(typed.toLowerCase())}%`} escape '\\'`

function patternOf(key: string): string {
  let short = key
  while (new TextEncoder().encode(short).length > LONGEST_PATTERN_BYTES) short = short.slice(0, -1)
  return short.replace(/[\\%_]/g, (c) => `\\${c}`)
}
