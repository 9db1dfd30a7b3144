import type { TableKey } from '../../../db/queries/table/page.ts'
import type { Source, TableQuery } from '../../../db/queries/table/source.ts'
import { csvLine } from '../../kernel/csv.ts'
import { type ListNeeds, pageOf, type RowsOf } from './read-list.ts'

const ROWS_AT_ONCE = 500
/** Without it a spreadsheet reads the file in the code page of its machine. */
const BYTE_ORDER_MARK = '\ufeff'

type Face<Row> = { headings: string[]; cellsOf: (row: Row) => string[] }

/**
 * The records of a query as comma-separated values in the order of the list; page by page, so that however many are never
 * in memory at once.
 */
export function csvStream<Row extends { id: string }>(
  needs: ListNeeds,
  source: Source,
  rowsOf: RowsOf<Row>,
  query: TableQuery,
  { headings, cellsOf }: Face<Row>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after: TableKey | null = null
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(headings))),
    async pull(stream) {
      const { rows, next } = await pageOf(needs, source, rowsOf, query, { after, size: ROWS_AT_ONCE })
      if (rows.length > 0) stream.enqueue(encoder.encode(rows.map((row) => csvLine(cellsOf(row))).join('')))
      if (next === null) stream.close()
      after = next
    },
  })
}
