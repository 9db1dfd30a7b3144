import { type SQL, sql } from 'drizzle-orm'
import { searchKey } from '../../worker/kernel/text.ts'
import type { addresses, contacts } from '../schema/contacts.ts'
import type { conversations } from '../schema/inbox.ts'

/** D1 refuses a LIKE pattern of more than 50 bytes; what a person types is shorter. */
const LONGEST_PATTERN_BYTES = 40

type FoldedColumn = typeof contacts.nameKey | typeof addresses.value | typeof conversations.subjectKey

/** Whether a folded column contains what was typed. Both sides are folded; % and _ stand for themselves. */
export function contains(column: FoldedColumn, typed: string): SQL {
  let key = searchKey(typed)
  while (new TextEncoder().encode(key).length > LONGEST_PATTERN_BYTES) key = key.slice(0, -1)
  return sql`${column} like ${`%${key.replace(/[\\%_]/g, (c) => `\\${c}`)}%`} escape '\\'`
}
