import { Temporal } from 'temporal-polyfill/implementation'
import type { z } from 'zod'
import { fieldsOf } from '../../../db/queries/fields.ts'
import { companySource } from '../../../db/queries/table/companies.ts'
import { contactSource } from '../../../db/queries/table/contacts.ts'
import { dealSource } from '../../../db/queries/table/deals.ts'
import { countTable, pageOfTable, type TableKey } from '../../../db/queries/table/page.ts'
import type { Source, TableQuery } from '../../../db/queries/table/source.ts'
import { taskSource } from '../../../db/queries/table/tasks.ts'
import type { OfficeCtx } from '../../context.ts'
import { dayIn } from '../../kernel/time.ts'
import { COMPANY_COLUMNS } from '../companies/rules/columns.ts'
import { CONTACT_COLUMNS } from '../contacts/rules/columns.ts'
import { dealColumns } from '../deals/rules/columns.ts'
import { listPipelines } from '../pipelines/list-pipelines.ts'
import { TASK_COLUMNS } from '../tasks/rules/columns.ts'
import type { CountList, ReadList } from './input.ts'
import { type Column, columnsWith, soundView } from './rules/columns.ts'
import type { Listed } from './rules/view.ts'

export const LIST_PAGE_SIZE = 50

export type ListNeeds = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now'>

export const SOURCES = {
  contact: contactSource,
  company: companySource,
  deal: dealSource,
  task: taskSource,
} as const satisfies Record<Listed, Source>

/** The columns of a kind of record in this office, with the fields that it added. */
export async function columnsOf(needs: ListNeeds, record: Listed): Promise<Column[]> {
  const [builtIn, fields] = await Promise.all([
    builtInColumns(needs, record),
    fieldsOf(needs.db, needs.officeId, record),
  ])
  return columnsWith(builtIn, fields)
}

async function builtInColumns(needs: ListNeeds, record: Listed): Promise<readonly Column[]> {
  switch (record) {
    case 'contact':
      return CONTACT_COLUMNS
    case 'company':
      return COMPANY_COLUMNS
    case 'deal':
      return dealColumns(await listPipelines(needs))
    case 'task':
      return TASK_COLUMNS
  }
}

/** What a view asks of the database. What it asks of fields that are gone is left out. */
export async function queryOf(
  needs: ListNeeds,
  record: Listed,
  { text, view }: z.infer<typeof CountList>,
): Promise<TableQuery> {
  const { office, now } = needs
  const columns = await columnsOf(needs, record)
  const { filter, sort } = soundView(view, columns)
  const today = Temporal.PlainDate.from(dayIn(office.timeZone, now()))
  const clock = {
    now: now(),
    dayAfter: (days: number) => today.add({ days }).toString(),
    startOf: (day: string) => startOf(day, office.timeZone),
  }
  return { text, filter, sort, columns, clock, currency: office.currency }
}

/** How many records a view finds. */
export async function countList(needs: ListNeeds, record: Listed, input: z.infer<typeof CountList>): Promise<number> {
  return countTable(needs.db, needs.officeId, SOURCES[record], await queryOf(needs, record, input))
}

/** Reads what a list shows of these records, in whatever order. */
export type RowsOf<Row> = (needs: ListNeeds, ids: string[]) => Promise<Row[]>
type Page<Row> = { rows: Row[]; next: TableKey | null }

/** A page of records as the view wants them. */
export async function readList<Row extends { id: string }>(
  needs: ListNeeds,
  record: Listed,
  rowsOf: RowsOf<Row>,
  input: ReadList,
): Promise<Page<Row>> {
  const page = { after: input.cursor ?? null, size: LIST_PAGE_SIZE }
  return pageOf(needs, SOURCES[record], rowsOf, await queryOf(needs, record, input), page)
}

/** Some records of a query; `next` is null where they end. */
export async function pageOf<Row extends { id: string }>(
  needs: ListNeeds,
  source: Source,
  rowsOf: RowsOf<Row>,
  query: TableQuery,
  { after, size }: { after: TableKey | null; size: number },
): Promise<Page<Row>> {
  const found = await pageOfTable(needs.db, needs.officeId, source, query, { after, limit: size + 1 })
  const keys = found.slice(0, size)
  const ids = keys.map(({ id }) => id)
  const rows = new Map((await rowsOf(needs, ids)).map((row) => [row.id, row]))
  const last = keys.at(-1)
  return {
    rows: ids.flatMap((id) => rows.get(id) ?? []),
    next: found.length > size && last ? last : null,
  }
}

/** When a calendar day begins in a zone, or null where what was typed is no day. */
function startOf(day: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  try {
    return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
