import type { z } from 'zod'
import type { TableKey, TableQuery } from '../../../db/queries/contact-table.ts'
import type { OfficeCtx } from '../../context.ts'
import { csvLine } from '../../kernel/csv.ts'
import { dayIn } from '../../kernel/time.ts'
import { valueWords } from '../fields/rules/value-words.ts'
import { FIELD_PREFIX } from '../views/rules/columns.ts'
import type { CountTable, TableRow } from './input.ts'
import { pageOf, queryOf } from './read-table.ts'

const CONTACTS_AT_ONCE = 500
const HEADINGS = [
  'Name',
  'Email',
  'More emails',
  'Phone',
  'More phones',
  'Company',
  'Birthday',
  'Tags',
  'In the list since',
]
/** Without it a spreadsheet reads the file in the code page of its machine. */
const BYTE_ORDER_MARK = '\ufeff'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now'>

/**
 * The contacts of a view as comma-separated values, with the office's own fields, in the order of the list; page by page,
 * so that however many are never in memory at once.
 */
export async function exportContacts(
  needs: Needs,
  asked: z.infer<typeof CountTable>,
): Promise<ReadableStream<Uint8Array>> {
  const query = await queryOf(needs, asked)
  const headings = [...HEADINGS, ...ownColumns(query).map(({ label }) => label)]
  return streamOf(needs, query, {
    start: BYTE_ORDER_MARK + csvLine(headings),
    page: (rows) => rows.map((row) => lineOf(needs, query, row)).join(''),
  })
}

type File = { start: string; page: (rows: z.infer<typeof TableRow>[]) => string | Promise<string> }

/** The contacts of a query as a text that is read page by page. */
export function streamOf(needs: Needs, query: TableQuery, { start, page }: File): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after: TableKey | null = null
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(start)),
    async pull(stream) {
      const { rows, next } = await pageOf(needs, query, { after, size: CONTACTS_AT_ONCE })
      if (rows.length > 0) stream.enqueue(encoder.encode(await page(rows)))
      if (next === null) stream.close()
      after = next
    },
  })
}

const ownColumns = ({ columns }: TableQuery) => columns.filter(({ id }) => id.startsWith(FIELD_PREFIX))

function lineOf({ office }: Needs, query: TableQuery, row: z.infer<typeof TableRow>): string {
  const of = (kind: 'email' | 'phone') =>
    row.addresses.filter((each) => each.kind === kind).map(({ asTyped }) => asTyped)
  const [[email = '', ...emails], [phone = '', ...phones]] = [of('email'), of('phone')]
  const companies = row.companies.map(({ name }) => name)
  const own = ownColumns(query).map((column) => {
    const value = row.fields[column.id.slice(FIELD_PREFIX.length)]
    return valueWords(column, value, office.currency)
  })
  return csvLine([
    ...[row.name, email, emails.join('; '), phone, phones.join('; '), companies.join('; '), row.birthday ?? ''],
    ...[row.tags.join('; '), dayIn(office.timeZone, row.createdAt), ...own],
  ])
}
