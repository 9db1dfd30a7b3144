import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, or, type Table } from 'drizzle-orm'
import { deleteRow, deleteRows, insertMany, insertRow, isOneOfKeys, keyNames, rowsAt, updateRow } from '#dialect'
import type { ActTable } from '../../worker/features/acts/rules/act-row.ts'
import { type Columns, columnsOf } from '../../worker/kernel/columns.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { type Act, type ActKind, type ActRow, actRows, acts, type NewAct, type NewActRow } from '../schema/acts.ts'
import { type Db, officeTables } from '../schema/index.ts'
import { chunks } from './chunks.ts'
import type { Plan } from './plan.ts'

const TABLES: Record<ActTable, Table> = officeTables

type Written = ReturnType<Plan['write']>
const isOf = (officeId: OfficeId, actId: string) => and(eq(actRows.officeId, officeId), eq(actRows.actId, actId))
const isAct = (officeId: OfficeId, id: string) => and(eq(acts.officeId, officeId), eq(acts.id, id))

// ── Statements, for plans ────────────────────────────────────────────────────

export const insertAct = (db: Db, act: NewAct) => db.insert(acts).values(act)

export const insertActRows = (db: Db, officeId: OfficeId, rows: Omit<NewActRow, 'officeId'>[]): Written =>
  insertMany(db, actRows, officeId, rows)

export const updateAct = (
  db: Db,
  officeId: OfficeId,
  id: string,
  fields: Partial<Pick<Act, 'state' | 'kept' | 'rows' | 'undoneAt'>>,
) => db.update(acts).set(fields).where(isAct(officeId, id))

/** The statement that makes a row. */
export const addRow = (db: Db, officeId: OfficeId, table: ActTable, row: Columns): Written[number] =>
  insertRow(db, TABLES[table], { ...row, officeId })

/** The statement that writes columns of a row. A row that has moved on from the version that was read stops everything. */
export const writeColumns = (
  db: Db,
  officeId: OfficeId,
  { table, key, ...change }: { table: ActTable; key: string[]; columns: Columns; readVersion: number | null },
): Written[number] => updateRow(db, TABLES[table], officeId, keyNames(TABLES[table]), key, change)

export const removeRow = (db: Db, officeId: OfficeId, table: ActTable, key: string[]): Written[number] =>
  deleteRow(db, TABLES[table], officeId, keyNames(TABLES[table]), key)

/** The statements that make many rows of one table. */
export const addRows = (db: Db, officeId: OfficeId, table: ActTable, rows: Columns[]): Written =>
  insertMany(db, TABLES[table], officeId, rows)

/** The statement that removes all rows with these keys. */
export const removeRows = (db: Db, officeId: OfficeId, table: ActTable, keys: string[][]): Written[number] =>
  deleteRows(db, TABLES[table], officeId, keyNames(TABLES[table]), isOneOfKeys(keys))

/** The statements that forget an act with all that it kept. */
export const removeAct = (db: Db, officeId: OfficeId, id: string): Written => [
  db.delete(actRows).where(isOf(officeId, id)),
  db.delete(acts).where(isAct(officeId, id)),
]

/** What became of the rows of an act from one position to another, both of them included. */
export const recordOutcome = (
  db: Db,
  { officeId, actId, from, to }: { officeId: OfficeId; actId: string; from: number; to: number },
  outcome: ActRow['outcome'],
) =>
  db
    .update(actRows)
    .set({ outcome })
    .where(and(isOf(officeId, actId), gte(actRows.position, from), lte(actRows.position, to)))

/** Forgets the rows of an act from one position to another: there is nothing left of them to be told. */
export const forgetRows = (
  db: Db,
  { officeId, actId, from, to }: { officeId: OfficeId; actId: string; from: number; to: number },
) => db.delete(actRows).where(and(isOf(officeId, actId), gte(actRows.position, from), lte(actRows.position, to)))

/** The columns of a table's key after the office. */
export const keyColumns = (table: ActTable): string[] => keyNames(TABLES[table])

/** The row's key without the office. */
export const keyOf = (table: ActTable, row: Columns): string[] =>
  keyNames(TABLES[table]).map((name) => String(row[name]))

// ── Questions ────────────────────────────────────────────────────────────────

/** Steps of any office of the database that can no longer be taken back. For the sweep alone. */
export async function expiredActs(db: Db, now: Date, limit: number): Promise<Act[]> {
  return db
    .select()
    .from(acts)
    .where(and(lte(acts.expiresAt, now), inArray(acts.state, ['done', 'undone'])))
    .orderBy(asc(acts.expiresAt))
    .limit(limit)
}

export type ActKey = { at: Date; id: string }

/** The steps of these kinds that can still be taken back, newest first. */
export async function pageOfActs(
  db: Db,
  officeId: OfficeId,
  page: { kinds: ActKind[]; now: Date; after: ActKey | null; limit: number },
): Promise<Act[]> {
  const { kinds, now, after, limit } = page
  return db
    .select()
    .from(acts)
    .where(
      and(
        eq(acts.officeId, officeId),
        inArray(acts.kind, kinds),
        inArray(acts.state, ['done', 'undoing']),
        gt(acts.expiresAt, now),
        after ? or(lt(acts.createdAt, after.at), and(eq(acts.createdAt, after.at), lt(acts.id, after.id))) : undefined,
      ),
    )
    .orderBy(desc(acts.createdAt), desc(acts.id))
    .limit(limit)
}

export async function actById(db: Db, officeId: OfficeId, id: string): Promise<Act | null> {
  const [row] = await db.select().from(acts).where(isAct(officeId, id))
  return row ?? null
}

/** The rows of an act that were not taken back yet, from the last to the first: children before their parents. */
export async function rowsToTakeBack(db: Db, officeId: OfficeId, actId: string, limit: number): Promise<ActRow[]> {
  return db
    .select()
    .from(actRows)
    .where(and(isOf(officeId, actId), isNull(actRows.outcome)))
    .orderBy(desc(actRows.position))
    .limit(limit)
}

/** The rows that an undo left, because somebody had worked with them. */
export async function rowsKept(db: Db, officeId: OfficeId, actId: string, limit: number): Promise<ActRow[]> {
  return db
    .select()
    .from(actRows)
    .where(and(isOf(officeId, actId), inArray(actRows.outcome, ['kept', 'partly'])))
    .orderBy(asc(actRows.position))
    .limit(limit)
}

/** As many keys as a bound list holds with ease. */
const KEYS_AT_ONCE = 2000

/** The rows that are there now, by their keys joined by a space. */
export async function rowsNow(
  db: Db,
  officeId: OfficeId,
  table: ActTable,
  keys: string[][],
): Promise<Map<string, Columns>> {
  const found = new Map<string, Columns>()
  for (const some of chunks(keys, KEYS_AT_ONCE))
    for (const row of await rowsAt(db, TABLES[table], officeId, keyNames(TABLES[table]), isOneOfKeys(some))) {
      const columns = columnsOf(row)
      found.set(keyOf(table, columns).join(' '), columns)
    }
  return found
}

/** The rows of one table by their ids, each by the name under which people know it. */
export async function namesOf(
  db: Db,
  officeId: OfficeId,
  table: 'contacts' | 'companies' | 'customFields' | 'tags',
  ids: string[],
): Promise<{ id: string; name: string }[]> {
  const keys = ids.map((id) => [id])
  const found = [...(await rowsNow(db, officeId, table, keys)).values()]
  return found.map(({ id, name, label }) => ({ id: String(id), name: String(name ?? label) }))
}
