/**
 * The SQLite (D1) half of the dialect. `postgres.ts` is its twin: same names, same TypeScript types out.
 * `package.json#imports` decides which of the two `#dialect` is.
 */
import { type AnyColumn, getTableColumns, type SQL, sql, type Table } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { DrizzleD1Database } from 'drizzle-orm/d1'
import { getTableConfig, integer, real, type SQLiteTable, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type KeyConfig, keyNamesIn, type Link, linksIn } from './rows.ts'

export { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core'
export { deleteRow, insertRow, keysPointingAt, type Link, rowsAt, updateRow } from './rows.ts'
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

/** How many rows of `table` fit into one `insert`. */
export const rowsPerInsert = (table: Table) => Math.floor(100 / Object.keys(getTableColumns(table)).length)

/** Did a unique index refuse the write? */
export function isConflict(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) if (e.message.includes('UNIQUE constraint failed')) return true
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
