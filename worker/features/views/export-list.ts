import type { z } from 'zod'
import { membersOf } from '../../../db/queries/members.ts'
import type { OfficeCtx } from '../../context.ts'
import { FIELD_PREFIX } from '../../kernel/columns.ts'
import { decimalOf } from '../../kernel/money.ts'
import { dayIn } from '../../kernel/time.ts'
import type { TableRow as CompanyRow } from '../companies/input.ts'
import { rowsOfCompanies } from '../companies/table-rows.ts'
import type { TableRow as DealRow } from '../deals/input.ts'
import { rowsOfDeals } from '../deals/table-rows.ts'
import type { FieldValue } from '../fields/rules/field-kinds.ts'
import { valueWords } from '../fields/rules/value-words.ts'
import type { TableRow as TaskRow } from '../tasks/input.ts'
import { rowsOfTasks } from '../tasks/table-rows.ts'
import type { CountList } from './input.ts'
import { csvStream } from './list-stream.ts'
import { type ListNeeds, queryOf, type RowsOf, SOURCES } from './read-list.ts'
import type { Column } from './rules/columns.ts'
import type { Listed } from './rules/view.ts'

type Needs = ListNeeds & Pick<OfficeCtx, 'directory'>
type Asked = z.infer<typeof CountList>
/** A row as its columns say it, whatever it is a row of. */
type Values = Record<string, unknown>
type Words = { members: ReadonlyMap<string, string>; timeZone: string; currency: string }

/** The companies of a view as a file, with every column that the list can have. */
export const exportCompanies = (needs: Needs, asked: Asked) =>
  exportList(needs, 'company', rowsOfCompanies, asked, {
    headings: [],
    valuesOf: (row: z.infer<typeof CompanyRow>) => ({ ...row, people: row.people.join('; ') }),
    moreOf: () => [],
  })

/** The deals of a view as a file; the currency of each amount stands beside it. */
export const exportDeals = (needs: Needs, asked: Asked) =>
  exportList(needs, 'deal', rowsOfDeals, asked, {
    headings: ['Currency'],
    valuesOf: (row: z.infer<typeof DealRow>) => ({
      ...row,
      ...{ contact: row.contactName, company: row.companyName },
      amountMinor: row.amountMinor === null ? null : decimalOf(row.amountMinor, row.currency),
    }),
    moreOf: ({ currency }) => [currency],
  })

export const exportTasks = (needs: Needs, asked: Asked) =>
  exportList(needs, 'task', rowsOfTasks, asked, {
    headings: [],
    valuesOf: (row: z.infer<typeof TaskRow>) => ({ ...row, fields: {}, contact: row.contactName }),
    moreOf: () => [],
  })

type Face<Row> = {
  headings: string[]
  valuesOf: (row: Row) => Values & { fields: Record<string, FieldValue> }
  moreOf: (row: Row) => string[]
}

async function exportList<Row extends { id: string }>(
  needs: Needs,
  record: Listed,
  rowsOf: RowsOf<Row>,
  asked: Asked,
  { headings, valuesOf, moreOf }: Face<Row>,
): Promise<ReadableStream<Uint8Array>> {
  const { directory, officeId, office } = needs
  const [query, members] = await Promise.all([queryOf(needs, record, asked), membersOf(directory, officeId)])
  const names = new Map(members.map(({ userId, name }) => [userId, name]))
  const words = { members: names, timeZone: office.timeZone, currency: office.currency }
  return csvStream(
    needs,
    { source: SOURCES[record], rowsOf, query },
    {
      headings: [...query.columns.map(({ label }) => label), ...headings],
      cellsOf: (row) => {
        const { fields, ...values } = valuesOf(row)
        return [...query.columns.map((column) => wordsOf(column, fields, values, words)), ...moreOf(row)]
      },
    },
  )
}

function wordsOf(column: Column, fields: Record<string, FieldValue>, values: Values, words: Words): string {
  if (column.id.startsWith(FIELD_PREFIX))
    return valueWords(column, fields[column.id.slice(FIELD_PREFIX.length)], words.currency)
  const value = values[column.id]
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dayIn(words.timeZone, value)
  if (column.kind === 'member') return words.members.get(String(value)) ?? ''
  if (typeof value === 'boolean' || typeof value === 'string') return valueWords(column, value, words.currency)
  return String(value)
}
