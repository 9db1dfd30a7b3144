import type { z } from 'zod'
import type { TableQuery } from '../../../db/queries/table/source.ts'
import { FIELD_PREFIX } from '../../kernel/columns.ts'
import { dayIn } from '../../kernel/time.ts'
import { valueWords } from '../fields/rules/value-words.ts'
import type { CountList } from '../views/input.ts'
import { csvStream } from '../views/list-stream.ts'
import { type ListNeeds, queryOf, SOURCES } from '../views/read-list.ts'
import type { TableRow } from './input.ts'
import { rowsOfContacts } from './table-rows.ts'

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
/** The contacts of a view as a file, with the office's own fields; addresses beyond the first have columns of their own. */
export async function exportContacts(
  needs: ListNeeds,
  asked: z.infer<typeof CountList>,
): Promise<ReadableStream<Uint8Array>> {
  const query = await queryOf(needs, 'contact', asked)
  const headings = [...HEADINGS, ...ownColumns(query).map(({ label }) => label)]
  return csvStream(
    needs,
    { source: SOURCES.contact, rowsOf: rowsOfContacts, query },
    {
      headings,
      cellsOf: (row) => cellsOf(needs, query, row),
    },
  )
}

const ownColumns = ({ columns }: TableQuery) => columns.filter(({ id }) => id.startsWith(FIELD_PREFIX))

function cellsOf({ office }: ListNeeds, query: TableQuery, row: z.infer<typeof TableRow>): string[] {
  const of = (kind: 'email' | 'phone') =>
    row.addresses.filter((each) => each.kind === kind).map(({ asTyped }) => asTyped)
  const [[email = '', ...emails], [phone = '', ...phones]] = [of('email'), of('phone')]
  const companies = row.companies.map(({ name }) => name)
  const own = ownColumns(query).map((column) => {
    const value = row.fields[column.id.slice(FIELD_PREFIX.length)]
    return valueWords(column, value, office.currency)
  })
  return [
    ...[row.name, email, emails.join('; '), phone, phones.join('; '), companies.join('; '), row.birthday ?? ''],
    ...[row.tags.join('; '), dayIn(office.timeZone, row.createdAt), ...own],
  ]
}
