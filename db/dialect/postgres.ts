/**
 * The Postgres (Hyperdrive) half of the dialect. `sqlite.ts` is its twin: same names, same TypeScript types out.
 * `package.json#imports` decides which of the two `#dialect` is.
 */
import { type AnyColumn, inArray, type SQL, sql, type Table } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import {
  bigint,
  boolean,
  doublePrecision,
  getTableConfig,
  jsonb,
  type PgTable,
  pgTable,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { type KeyConfig, keyNamesIn, type Link, linksIn, revivedRows } from './rows.ts'

export { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
export { deleteRow, deleteRows, insertRow, keysPointingAt, type Link, rowsAt, updateRow } from './rows.ts'
export { pgTable as table, text }

export const dialect: 'sqlite' | 'postgres' = 'postgres'

// ── Columns ──────────────────────────────────────────────────────────────────

export const whole = (name: string) => bigint(name, { mode: 'number' })
export const fraction = (name: string) => doublePrecision(name)
export const flag = (name: string) => boolean(name)
/** A point in time. Stored as timestamptz, to the millisecond as in SQLite. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
/** A calendar day, `YYYY-MM-DD`: it has no zone and must not pass through one. */
export const day = (name: string) => text(name)
export const json = <T>(name: string) => jsonb(name).$type<T>()

// ── Database ─────────────────────────────────────────────────────────────────

/** What both dialects can do, and no more: no `transaction`, `batch`, `all`, `get` or `run`. */
export type Database<Schema extends Record<string, unknown>> = Pick<
  PgDatabase<PgQueryResultHKT, Schema>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with' | '$count'
>
/** A write that has been worded and not yet sent. */
export type Statement = BatchItem<'pg'>
type Results<T extends readonly Statement[]> = { [K in keyof T]: Awaited<T[K]> }

/** All statements commit or none does. No statement can use another's result: D1 has no interactive transactions. */
export async function atomically<
  D extends Pick<PgDatabase<PgQueryResultHKT>, 'insert'>,
  const T extends readonly [Statement, ...Statement[]],
>(db: D, write: (db: D) => T): Promise<Results<T>> {
  return (db as unknown as PgDatabase<PgQueryResultHKT>).transaction(async (tx) => {
    const results: unknown[] = []
    for (const statement of write(tx as unknown as D)) results.push(await statement)
    return results as Results<T>
  })
}

export const isOneOf = (column: AnyColumn | SQL, values: readonly string[]): SQL => inArray(sql`${column}`, [...values])

/** One value of a JSON object as text, number or yes, or null where it has none. */
export const textIn = (column: AnyColumn, name: string): SQL => sql`(${column} ->> ${name})`
export const numberIn = (column: AnyColumn, name: string): SQL => sql`cast(${column} ->> ${name} as double precision)`
export const isYesIn = (column: AnyColumn, name: string): SQL => sql`(${column} ->> ${name}) = 'true'`

/** Tokens of the search index, of which an entry must hold one of each list; `isBeginning` where more letters may follow. */
export type Sought = readonly (readonly { token: string; isBeginning: boolean }[])[]

/** Whether an entry of the search index is the office's and holds the tokens; `most` of those that do are looked at. */
export function isFound(entries: Table, officeId: string, sought: Sought, most?: number): SQL {
  const isOffices = sql`${entries}."office_id" = ${officeId}`
  const holds = sql`search_tokens(${entries}."office_id", ${entries}."record", ${entries}."name", ${entries}."words") @@ ${queryOf(sought)}::tsquery`
  if (most === undefined) return sql`${isOffices} and ${holds}`
  return sql`${isOffices} and ${entries}."ctid" = any(array(select "ctid" from ${entries} where ${isOffices} and ${holds} limit ${sql.raw(String(most))}))`
}
const queryOf = (sought: Sought) =>
  sought
    .map((either) => `(${either.map(({ token, isBeginning }) => `'${token}'${isBeginning ? ':*' : ''}`).join(' | ')})`)
    .join(' & ')

const DAY_MS = 86_400_000

/** The number of the day since 1970 on which an instant falls, on a clock that is `offsetMs` ahead of UTC. */
export const dayNumber = (at: AnyColumn, offsetMs: number): SQL<number> =>
  sql<number>`floor((extract(epoch from ${at}) * 1000 + ${sql.raw(String(offsetMs))}) / ${sql.raw(String(DAY_MS))})`.mapWith(
    Number,
  )

/** The instant so many milliseconds after another. */
export const later = (at: AnyColumn, ms: number): SQL =>
  sql`(${at} + ${sql.raw(String(ms))} * interval '1 millisecond')`

/** Is the row's key one of these? The columns and each key are in the same order. */
export const isOneOfKeys =
  (keys: readonly (readonly string[])[]) =>
  (columns: readonly AnyColumn[]): SQL => {
    const parts = columns.map((_, at) => sql`each ->> ${sql.raw(String(at))}`)
    return sql`(${sql.join([...columns], sql`, `)}) in (select ${sql.join(parts, sql`, `)} from jsonb_array_elements(${JSON.stringify(keys)}::text::jsonb) as list(each))`
  }

/**
 * Statements that insert many rows of one office, each by the names of its columns in the schema. A row that is there
 * already stays as it is where `orLeave` says so.
 */
export function insertMany(
  db: Pick<PgDatabase<PgQueryResultHKT>, 'insert'>,
  table: Table,
  officeId: string,
  rows: readonly { readonly [column: string]: unknown }[],
  orLeave = false,
): Statement[] {
  const pieces = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, at) =>
    rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE),
  )
  return pieces.map((some) => {
    const values = revivedRows(table, some).map((row) => ({ ...row, officeId }))
    const statement = db.insert(table as PgTable).values(values as never)
    return (orLeave ? statement.onConflictDoNothing() : statement) as Statement
  })
}
/** PostgreSQL takes 65,535 bound values in a statement; no table has sixty columns. */
const ROWS_AT_ONCE = 1000

/** How many rows of `table` fit into one `insert`. */
export const rowsPerInsert = (_table: Table) => 1000

/** Did a unique index, or the no-overlap constraint, refuse the write? */
export function isConflict(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause)
    if ('code' in e && (e.code === '23505' || e.code === '23P01')) return true
  return false
}

/** Was a row to be removed on which something hangs? */
export function isHeld(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) if ('code' in e && e.code === '23503') return true
  return false
}

/** Did a row with a version move on since it was read? See `updateRow`. */
export function isOvertaken(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause)
    if ('code' in e && e.code === '23502' && 'column_name' in e && e.column_name === 'version') return true
  return false
}

// ── What the schema says of itself ───────────────────────────────────────────

const configOf = (table: Table): KeyConfig => getTableConfig(table as PgTable)

/** The columns of the primary key after the office, by their names in the schema. */
export const keyNames = (table: Table): string[] => keyNamesIn(table, configOf(table))

/** What the rows of a table refer to. */
export const linksOf = (table: Table): Link[] => linksIn(table, configOf(table))
