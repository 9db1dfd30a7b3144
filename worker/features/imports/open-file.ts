import type { Import } from '../../../db/schema/imports.ts'
import type { OfficeCtx } from '../../context.ts'
import { joinBytes } from '../../kernel/bytes.ts'
import { notFound } from '../../kernel/refusal.ts'
import { detectSeparator, type Separator } from './rules/cells.ts'
import { csvRows } from './rules/csv-rows.ts'
import { asUtf8, decodedAs, detectEncoding, type Encoding } from './rules/decode.ts'
import type { FileRow, RowReader } from './rules/file-row.ts'
import { isHeadingRow } from './rules/propose-mapping.ts'
import { cardRows } from './rules/vcard/card-rows.ts'
import { CARD_HEADINGS } from './rules/vcard/read-card.ts'

/** Enough to know how a file is written, and to show its first rows. */
const HEAD_BYTES = 256 * 1024
/** The pieces in which a file is read: large ones, because each is joined with what was left of the one before. */
const PIECE_BYTES = 256 * 1024

type Needs = Pick<OfficeCtx, 'files'>
type File = Pick<Import, 'fileKey' | 'format' | 'bytes'>
/** How a file is written, its headings, and the byte after them. A file in UTF-16 is read as if it were UTF-8. */
export type FileHead = {
  encoding: Encoding
  separator: Separator
  headings: string[]
  hasHeadings: boolean
  dataFrom: number
}

const isWide = (encoding: Encoding) => encoding === 'utf-16le' || encoding === 'utf-16be'
const isBlank = ({ cells, refusal }: FileRow) => refusal === null && cells.every((cell) => cell.trim() === '')

/** Looks at the start of a file. */
export async function readHead(needs: Needs, file: File): Promise<{ head: FileHead; rows: FileRow[] }> {
  const raw = await firstBytes(await bytesFrom(needs, file, 0, HEAD_BYTES))
  const encoding = detectEncoding(raw)
  const bytes = isWide(encoding) ? await firstBytes(narrowed(new Blob([raw]).stream(), encoding)) : raw
  const isWhole = file.bytes <= raw.length
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const readAs = isWide(encoding) ? 'utf-8' : encoding
  if (file.format === 'vcard') {
    const head = { encoding, separator: ',' as const, headings: [...CARD_HEADINGS], hasHeadings: true, dataFrom: start }
    return { head, rows: allRows(cardRows(readAs, start), bytes.subarray(start), isWhole) }
  }
  const text = asUtf8(bytes) ?? decodedAs(readAs === 'utf-8' || isWide(readAs) ? 'windows-1252' : readAs, bytes)
  const said = /^\ufeff?sep=([,;|\t])\r?\n/i.exec(text)?.[1]
  const separator = ([',', ';', '\t', '|'] as const).find((each) => each === said) ?? detectSeparator(text)
  const rows = allRows(csvRows(separator, readAs, start), bytes.subarray(start), isWhole).filter((row) => !isBlank(row))
  if (said !== undefined) rows.shift()
  const [first] = rows
  if (!first) return { head: { encoding, separator, headings: [], hasHeadings: false, dataFrom: start }, rows }
  const hasHeadings = first.refusal === null && isHeadingRow(first.cells)
  const headings = hasHeadings ? first.cells : first.cells.map((_, at) => `Column ${at + 1}`)
  const dataFrom = hasHeadings ? first.end : first.start
  return {
    head: { encoding, separator, headings: headings.map((each) => each.trim()), hasHeadings, dataFrom },
    rows: hasHeadings ? rows.slice(1) : rows,
  }
}

const allRows = (reader: RowReader, bytes: Uint8Array, isWhole: boolean) => [
  ...reader.push(bytes),
  ...(isWhole ? reader.end() : []),
]

/** The rows of a file from a byte on, as they come; never more of the file in memory than a piece and a row. */
export async function* rowsFrom(needs: Needs, file: File, head: FileHead, from: number): AsyncGenerator<FileRow[]> {
  for (let next: number | null = Math.max(from, head.dataFrom); next !== null; ) {
    const readAs = isWide(head.encoding) ? 'utf-8' : head.encoding
    const reader: RowReader = file.format === 'vcard' ? cardRows(readAs, next) : csvRows(head.separator, readAs, next)
    for await (const piece of pieces(await textFrom(needs, file, head, next))) {
      yield reader.push(piece).filter((row) => !isBlank(row))
      if (reader.reopenAt !== null) break
    }
    if (reader.reopenAt === null) yield reader.end().filter((row) => !isBlank(row))
    next = reader.reopenAt
  }
}

async function bytesFrom(
  { files }: Needs,
  { fileKey, bytes }: File,
  from: number,
  length?: number,
): Promise<ReadableStream<Uint8Array>> {
  if (from >= bytes) return new Blob([]).stream()
  const file = await files.get(fileKey, from, length === undefined ? undefined : Math.min(length, bytes - from))
  if (!file) throw notFound('file')
  return file.body
}

async function textFrom(needs: Needs, file: File, head: FileHead, from: number) {
  if (!isWide(head.encoding)) return bytesFrom(needs, file, from)
  // What is counted are the bytes after the change, and where they were before is not known.
  return passedOver(narrowed(await bytesFrom(needs, file, 0), head.encoding), from)
}

const narrowed = (body: ReadableStream<Uint8Array>, encoding: Encoding): ReadableStream<Uint8Array> => {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (bytes, stream) => stream.enqueue(encoder.encode(decoder.decode(bytes, { stream: true }))),
      flush: (stream) => stream.enqueue(encoder.encode(decoder.decode())),
    }),
  )
}

function passedOver(body: ReadableStream<Uint8Array>, bytes: number): ReadableStream<Uint8Array> {
  let left = bytes
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, stream) {
        if (piece.length > left) stream.enqueue(piece.subarray(left))
        left = Math.max(left - piece.length, 0)
      },
    }),
  )
}

async function* pieces(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const bytes of body) {
    waiting.push(bytes)
    length += bytes.length
    if (length < PIECE_BYTES) continue
    yield joinBytes(waiting)
    waiting = []
    length = 0
  }
  if (length > 0) yield joinBytes(waiting)
}

async function firstBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const read: Uint8Array[] = []
  let length = 0
  for await (const bytes of body) {
    read.push(bytes)
    length += bytes.length
    if (length >= HEAD_BYTES) break
  }
  return joinBytes(read).slice(0, HEAD_BYTES)
}
