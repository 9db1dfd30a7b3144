import type { TableKey } from '../../../db/queries/table/page.ts'
import type { Source, TableQuery } from '../../../db/queries/table/source.ts'
import { csvLine } from '../../kernel/csv.ts'
import { type ListNeeds, pageOf, type RowsOf } from './read-list.ts'

const ROWS_AT_ONCE = 500
/** Without it a spreadsheet reads the file in the code page of its machine. */
const BYTE_ORDER_MARK = '\ufeff'

/** Which records leave as a file. */
type Listed<Row> = { source: Source; rowsOf: RowsOf<Row>; query: TableQuery }
type Text<Row> = { start: string; page: (rows: Row[]) => string | Promise<string> }

/**
 * The records of a query as a text, in the order of the list; page by page, so that however many are never in memory at
 * once.
 */
export function listStream<Row extends { id: string }>(
  needs: ListNeeds,
  { source, rowsOf, query }: Listed<Row>,
  { start, page }: Text<Row>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after: TableKey | null = null
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(start)),
    async pull(stream) {
      const { rows, next } = await pageOf(needs, source, rowsOf, query, { after, size: ROWS_AT_ONCE })
      if (rows.length > 0) stream.enqueue(encoder.encode(await page(rows)))
      if (next === null) stream.close()
      after = next
    },
  })
}

type Table<Row> = { headings: string[]; cellsOf: (row: Row) => string[] }

/** The records of a query as comma-separated values. */
export const csvStream = <Row extends { id: string }>(
  needs: ListNeeds,
  listed: Listed<Row>,
  { headings, cellsOf }: Table<Row>,
): ReadableStream<Uint8Array> =>
  listStream(needs, listed, {
    start: BYTE_ORDER_MARK + csvLine(headings),
    page: (rows) => rows.map((row) => csvLine(cellsOf(row))).join(''),
  })
