/**
 * The SQLite (D1) half of the dialect. `postgres.ts` is its twin: same names, same TypeScript types out.
 * `package.json#imports` decides which of the two `#dialect` is.
 */
import { type AnyColumn, getTableColumns, type SQL, sql, type Table } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { DrizzleD1Database } from 'drizzle-orm/d1'
import { getTableConfig, integer, real, type SQLiteTable, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { insertedColumns, type KeyConfig, keyNamesIn, type Link, linksIn } from './rows.ts'

export { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core'
export { deleteRow, deleteRows, insertRow, keysPointingAt, type Link, rowsAt, updateRow } from './rows.ts'
export { sqliteTable as table, text }

export const dialect: 'sqlite' | 'postgres' = 'sqlite'

// ── Columns ──────────────────────────────────────────────────────────────────

export const whole = (name: string) => integer(name)
export const fraction = (name: string) => real(name)
export const flag = (name: string) => integer(name, { mode: 'boolean' })
/** A point in time. Stored as milliseconds since 1970. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })
/** A calendar day, `YYYY-MM-DD`: it has no zone and must not pass through one. */
export const day = (name: string) => text(name)
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()

// ── Database ─────────────────────────────────────────────────────────────────

/** What both dialects can do, and no more: no `transaction`, `batch`, `all`, `get` or `run`. */
export type Database<Schema extends Record<string, unknown>> = Pick<
  DrizzleD1Database<Schema>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with' | '$count'
>
/** A write that has been worded and not yet sent. */
export type Statement = BatchItem<'sqlite'>
type Results<T extends readonly Statement[]> = { [K in keyof T]: Awaited<T[K]> }

/** All statements commit or none does. No statement can use another's result: D1 has no interactive transactions. */
export async function atomically<
  D extends Pick<DrizzleD1Database, 'insert'>,
  const T extends readonly [Statement, ...Statement[]],
>(db: D, write: (db: D) => T): Promise<Results<T>> {
  return (await (db as unknown as DrizzleD1Database).batch(write(db))) as Results<T>
}

/** D1 takes at most 100 bound values in a statement; a JSON array counts as one. */
export const isOneOf = (column: AnyColumn | SQL, values: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(values)}))`

/** One value of a JSON object as text, number or yes, or null where it has none. */
export const textIn = (column: AnyColumn, name: string): SQL => sql`json_extract(${column}, ${path(name)})`
export const numberIn = (column: AnyColumn, name: string): SQL => sql`json_extract(${column}, ${path(name)})`
export const isYesIn = (column: AnyColumn, name: string): SQL => sql`json_extract(${column}, ${path(name)}) = 1`

/** Tokens of the search index, of which an entry must hold one of each list; `isBeginning` where more letters may follow. */
export type Sought = readonly (readonly { token: string; isBeginning: boolean }[])[]

/**
 * Whether an entry of the search index is the office's and holds the tokens. The plus keeps SQLite from walking through
 * all entries of the office: only the rows that the full-text index names are looked at, `most` of them.
 */
export const isFound = (entries: Table, officeId: string, sought: Sought, most = ALL): SQL =>
  sql`+${entries}."office_id" = ${officeId} and ${entries}."rowid" in (select "rowid" from "search_index" where "search_index" match ${matchOf(sought)} order by "rowid" desc limit ${sql.raw(String(most))})`
/** More than a database holds. */
const ALL = 2 ** 40
const matchOf = (sought: Sought) =>
  sought
    .map((either) => `(${either.map(({ token, isBeginning }) => `"${token}"${isBeginning ? '*' : ''}`).join(' OR ')})`)
    .join(' AND ')

const path = (name: string) => `$."${name.replaceAll('"', '')}"`

const DAY_MS = 86_400_000

/** The number of the day since 1970 on which an instant falls, on a clock that is `offsetMs` ahead of UTC. */
export const dayNumber = (at: AnyColumn, offsetMs: number): SQL<number> =>
  sql<number>`cast((${at} + ${sql.raw(String(offsetMs))}) / ${sql.raw(String(DAY_MS))} as integer)`.mapWith(Number)

/** The instant so many milliseconds after another. */
export const later = (at: AnyColumn, ms: number): SQL => sql`(${at} + ${sql.raw(String(ms))})`

/** Is the row's key one of these? The columns and each key are in the same order. */
export const isOneOfKeys =
  (keys: readonly (readonly string[])[]) =>
  (columns: readonly AnyColumn[]): SQL => {
    const parts = columns.map((_, at) => sql`json_extract(value, ${sql.raw(`'$[${at}]'`)})`)
    return sql`(${sql.join([...columns], sql`, `)}) in (select ${sql.join(parts, sql`, `)} from json_each(${JSON.stringify(keys)}))`
  }

/** D1 takes texts of at most two million bytes; a letter may have three. */
const LIST_LENGTH = 500_000

/**
 * Statements that insert many rows of one office, each by the names of its columns in the schema. A row that is there
 * already stays as it is where `orLeave` says so. One JSON list counts as one bound value, so that a thousand rows are
 * one statement.
 */
export function insertMany(
  db: Pick<DrizzleD1Database, 'insert'>,
  table: Table,
  officeId: string,
  rows: readonly { readonly [column: string]: unknown }[],
  orLeave = false,
): Statement[] {
  const columns = insertedColumns(table)
  const values = columns.map(({ name }, at) =>
    name === 'officeId' ? sql`${officeId}` : sql`json_extract(value, ${sql.raw(`'$[${at}]'`)})`,
  )
  // SQLite stores all of it as JSON does: an instant as a number, and JSON as its text.
  const written = (row: { readonly [column: string]: unknown }) =>
    JSON.stringify(columns.map(({ name, otherwise }) => (name === 'officeId' ? null : (row[name] ?? otherwise))))
  return listsOf(rows.map(written)).map((list) => {
    // “where true”, or SQLite takes “on conflict” for the condition of a join.
    const select = sql`select ${sql.join(values, sql`, `)} from json_each(${list}) where true`
    const statement = db.insert(table as SQLiteTable).select(select)
    return orLeave ? statement.onConflictDoNothing() : statement
  })
}

/** JSON values as JSON lists, none longer than a bound text may be. */
function listsOf(values: string[]): string[] {
  const lists: string[] = []
  let list: string[] = []
  let length = 0
  for (const value of values) {
    if (length + value.length > LIST_LENGTH && list.length > 0) {
      lists.push(`[${list.join(',')}]`)
      list = []
      length = 0
    }
    list.push(value)
    length += value.length
  }
  return list.length > 0 ? [...lists, `[${list.join(',')}]`] : lists
}

/** How many rows of `table` fit into one `insert`. */
export const rowsPerInsert = (table: Table) => Math.floor(100 / Object.keys(getTableColumns(table)).length)

/** Did a unique index refuse the write? */
export function isConflict(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) if (e.message.includes('UNIQUE constraint failed')) return true
  return false
}

/** Was a row to be removed on which something hangs? */
export function isHeld(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause)
    if (e.message.includes('FOREIGN KEY constraint failed')) return true
  return false
}

/** Did a row with a version move on since it was read? See `updateRow`. */
export function isOvertaken(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause)
    if (e.message.includes('NOT NULL constraint failed') && e.message.includes('.version')) return true
  return false
}

// ── What the schema says of itself ───────────────────────────────────────────

const configOf = (table: Table): KeyConfig => getTableConfig(table as SQLiteTable)

/** The columns of the primary key after the office, by their names in the schema. */
export const keyNames = (table: Table): string[] => keyNamesIn(table, configOf(table))

/** What the rows of a table refer to. */
export const linksOf = (table: Table): Link[] => linksIn(table, configOf(table))
