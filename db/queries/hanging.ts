import { getTableColumns, type Table } from 'drizzle-orm'
import { isOneOf, keyNames, keysPointingAt, linksOf } from '#dialect'
import type { ActTable } from '../../worker/features/acts/rules/act-row.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { RecordKind } from '../../worker/kernel/words.ts'
import { acts } from '../schema/acts.ts'
import { type Db, officeTables } from '../schema/index.ts'
import { notices } from '../schema/notices.ts'

const TABLES: Record<ActTable, Table> = officeTables
const KINDS: Partial<Record<ActTable, RecordKind>> = {
  contacts: 'contact',
  companies: 'company',
  deals: 'deal',
  tasks: 'task',
  conversations: 'conversation',
}

/** A row of `table` whose `column` holds the id `on`. */
export type Hanging = { on: string; table: string; column: string; key: string[] }

/** What refers to these rows: by a foreign key, or by naming them as the record on which it stands. */
export async function hangingOn(db: Db, officeId: OfficeId, table: ActTable, ids: string[]): Promise<Hanging[]> {
  const found: Hanging[] = []
  const isOneOfIds = (column: Parameters<typeof isOneOf>[0]) => isOneOf(column, ids)
  for (const [name, child] of Object.entries(officeTables))
    for (const pointer of pointersTo(child, table)) {
      const rows = await keysPointingAt(db, child, officeId, keyNames(child), { ...pointer, isOneOfIds })
      found.push(...rows.map((row) => ({ ...row, table: name, column: pointer.column })))
    }
  return found
}

/** The columns of `child` that may hold the id of a row of this table; `record` where it must say of which kind. */
function pointersTo(child: Table, table: ActTable): { column: string; record: RecordKind | null }[] {
  const keys = linksOf(child).filter(({ to }) => to === TABLES[table])
  const record = KINDS[table]
  // An act or a notice tells of a record, and keeps nobody from removing it.
  const stands = record && 'recordId' in getTableColumns(child) && child !== acts && child !== notices
  return [...keys.map(({ column }) => ({ column, record: null })), ...(stands ? [{ column: 'recordId', record }] : [])]
}
