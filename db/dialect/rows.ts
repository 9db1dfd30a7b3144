import { and, type Column, eq, getTableColumns, type SQL, sql, type Table } from 'drizzle-orm'
import type { Statement } from '#dialect'

// Rows of a table that is known only while the program runs: what an act changed is kept as JSON and put back through
// here. Drizzle's types speak of one table at a time, so this is a place where types are asserted.

type Columns = { readonly [column: string]: unknown }
/** What both dialects say of a table's keys. */
export type KeyConfig = {
  primaryKeys: { columns: Column[] }[]
  foreignKeys: { reference: () => { columns: Column[]; foreignTable: Table } }[]
}

/** A column that refers to rows of another table of the same office. */
export type Link = { column: string; to: Table }

type Filtered<Answer> = { where: (condition: SQL | undefined) => Answer }
type AnyDatabase = {
  select: <Row>(columns?: Record<string, Column>) => { from: (table: Table) => Filtered<PromiseLike<Row[]>> }
  insert: (table: Table) => { values: (row: object) => Statement }
  update: (table: Table) => { set: (row: object) => Filtered<Statement> }
  delete: (table: Table) => Filtered<Statement>
}
const any = (db: object) => db as AnyDatabase

const columnOf = (table: Table, name: string): Column => {
  const column = getTableColumns(table)[name]
  if (!column) throw new Error(`There is no column ${name}.`)
  return column
}

const nameOf = (table: Table, column: Column | undefined): string => {
  const found = Object.entries(getTableColumns(table)).find(([, each]) => each.name === column?.name)
  if (!found) throw new Error(`There is no column ${column?.name}.`)
  return found[0]
}

export function keyNamesIn(table: Table, { primaryKeys }: KeyConfig): string[] {
  const [key] = primaryKeys
  return (key?.columns ?? []).map((column) => nameOf(table, column)).filter((name) => name !== 'officeId')
}

export const linksIn = (table: Table, { foreignKeys }: KeyConfig): Link[] =>
  foreignKeys.map(({ reference }) => {
    const { columns, foreignTable } = reference()
    return { column: nameOf(table, columns.at(-1)), to: foreignTable }
  })

/** What drizzle wants for columns that were kept in JSON. */
const revived = (table: Table, columns: Columns) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      columnOf(table, name).dataType === 'date' && typeof value === 'number' ? new Date(value) : value,
    ]),
  )

/** The row of the office with this key; `names` are the key's columns after the office, in the order of the values. */
const isRow = (table: Table, officeId: string, names: readonly string[], key: readonly string[]) =>
  and(eq(columnOf(table, 'officeId'), officeId), ...names.map((name, at) => eq(columnOf(table, name), key[at])))

type IsOneOfKeys = (columns: Column[]) => SQL
/** The rows of the office with one of many keys; `isOneOfKeys` is the dialect's way to say which. */
const areRows = (table: Table, officeId: string, names: readonly string[], isOneOfKeys: IsOneOfKeys) =>
  and(eq(columnOf(table, 'officeId'), officeId), isOneOfKeys(names.map((name) => columnOf(table, name))))

export async function rowsAt(
  db: object,
  table: Table,
  officeId: string,
  names: readonly string[],
  isOneOfKeys: IsOneOfKeys,
): Promise<object[]> {
  return any(db)
    .select<object>()
    .from(table)
    .where(areRows(table, officeId, names, isOneOfKeys))
}

export const deleteRows = (
  db: object,
  table: Table,
  officeId: string,
  names: readonly string[],
  isOneOfKeys: IsOneOfKeys,
) =>
  any(db)
    .delete(table)
    .where(areRows(table, officeId, names, isOneOfKeys))

/** The columns of a table in their order, each with what stands in it where a row says nothing. */
export const insertedColumns = (table: Table) =>
  Object.entries(getTableColumns(table)).map(([name, column]) => ({ name, otherwise: column.default ?? null }))

/** Rows that came out of JSON, with their instants again. */
export const revivedRows = (table: Table, rows: readonly Columns[]) => rows.map((row) => revived(table, row))

export const insertRow = (db: object, table: Table, row: Columns) => any(db).insert(table).values(revived(table, row))

/**
 * Writes columns of one row. Where the row has a version, it must be the one that was read: otherwise its version is set
 * to null, which the database refuses, and with it everything that is written together with this.
 */
export function updateRow(
  db: object,
  table: Table,
  officeId: string,
  names: readonly string[],
  key: readonly string[],
  change: { columns: Columns; readVersion: number | null },
) {
  const { version, ...columns } = change.columns
  const column = getTableColumns(table).version
  const next =
    column && change.readVersion !== null
      ? {
          version: sql`case when ${column} = ${change.readVersion} then cast(${version ?? change.readVersion + 1} as integer) else null end`,
        }
      : {}
  return any(db)
    .update(table)
    .set({ ...revived(table, columns), ...next })
    .where(isRow(table, officeId, names, key))
}

export const deleteRow = (
  db: object,
  table: Table,
  officeId: string,
  names: readonly string[],
  key: readonly string[],
) =>
  any(db)
    .delete(table)
    .where(isRow(table, officeId, names, key))

/** The keys of the rows whose `column` holds one of these ids, each with the id it holds. */
export async function keysPointingAt(
  db: object,
  table: Table,
  officeId: string,
  names: readonly string[],
  { column, isOneOfIds, record }: { column: string; isOneOfIds: (column: Column) => SQL; record: string | null },
): Promise<{ on: string; key: string[] }[]> {
  const isOfRecord = record === null ? undefined : eq(columnOf(table, 'record'), record)
  const shown = Object.fromEntries([...names, column].map((name) => [name, columnOf(table, name)]))
  const found = await any(db)
    .select<Record<string, string>>(shown)
    .from(table)
    .where(and(eq(columnOf(table, 'officeId'), officeId), isOneOfIds(columnOf(table, column)), isOfRecord))
  return found.map((row) => ({ on: row[column] ?? '', key: names.map((name) => row[name] ?? '') }))
}
