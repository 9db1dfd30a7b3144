import { type Columns, isSame } from '../../../kernel/columns.ts'
import { type RowChange, spread } from '../../acts/rules/act-row.ts'
import { readerOf, written } from '../../fields/change-record.ts'
import { goingAlong } from '../../trash/discard.ts'
import { TRASH_TABLES } from '../../trash/rules/fates.ts'
import type { Listed } from '../rules/view.ts'
import type { BulkNeeds, BulkPlan } from './planned.ts'

/** One value for many contacts or companies. */
export async function planValues(
  needs: BulkNeeds,
  record: 'contact' | 'company',
  records: Columns[],
  { column, typed }: { column: string; typed: string | null },
): Promise<BulkPlan> {
  const { label, value } = (await readerOf(needs, record))(column, typed)
  return { done: `Changed ${label} of`, rows: withValue(record, records, column, value) }
}

/** The changes of those that do not have the value yet; `fields.` and an id names an own field. */
export const withValue = (record: Listed, records: Columns[], column: string, value: Columns[string]): RowChange[] =>
  records
    .filter((before) => !isSame(spread(before)[column] ?? null, value))
    .map((before) => ({ table: TRASH_TABLES[record], before, after: written(before, { [column]: value ?? null }) }))

/** Many records into the trash, with all that hangs on them. */
export async function planDiscards(needs: BulkNeeds, record: Listed, records: Columns[]): Promise<BulkPlan> {
  const archivedAt = needs.now().getTime()
  const ids = records.map(({ id }) => String(id))
  const table = TRASH_TABLES[record]
  const along = (await goingAlong(needs, record, ids, archivedAt)).filter(
    (change) => change.table !== table || !ids.includes(String(change.before?.id)),
  )
  const rows = records.map((before): RowChange => ({ table, before, after: { ...before, archivedAt } }))
  return { done: 'Deleted', rows: [...along, ...rows] }
}
