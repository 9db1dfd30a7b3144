import { joinBytes } from '../../../kernel/bytes.ts'
import { cellsOf, type Separator, withoutGuard } from './cells.ts'
import { asBytes, asUtf8, cellText, type Encoding } from './decode.ts'
import { type FileRow, OPEN_QUOTE, ROW_BYTES, type RowReader, SHOWN_LENGTH, TOO_LONG } from './file-row.ts'

const [QUOTE, LF, CR, SPACE] = [0x22, 0x0a, 0x0d, 0x20]
/** An open quote is looked for no further: a cell may be as large, and a stray mark must not cost the whole file. */
const MOST_PASSED_OVER = 32 * 1024 * 1024

/**
 * Reads comma-separated values (RFC 4180) row by row at whatever byte it begins. A row that cannot be read is a row with
 * a refusal, after which reading goes on with the next line.
 */
export function csvRows(separator: Separator, encoding: Encoding, from: number): RowReader {
  const mark = separator.charCodeAt(0)
  let bytes: Uint8Array = new Uint8Array()
  /** The file's byte at which `bytes` begins, the current row, and what is read next. */
  let base = from
  let start = from
  let at = from
  let isQuoted = false
  let isAfterQuote = false
  /** A quote has text behind it: the row is refused. */
  let isBroken = false
  let isCellStart = true
  let lineEnd = -1
  let isPassing = false
  /** How a row begins that is passed over. */
  let head: Uint8Array = new Uint8Array()
  let reopenAt: number | null = null

  function begin(position: number) {
    start = position
    at = position
    isQuoted = false
    isAfterQuote = false
    isBroken = false
    isCellStart = true
    lineEnd = -1
    isPassing = false
  }

  /** The current row, whose text ends at one byte and after which the next begins at another. */
  function row(textEnd: number, next: number): FileRow {
    const refused = isPassing ? TOO_LONG : null
    const found = isPassing
      ? unread(head, encoding)
      : readRow(bytes.subarray(start - base, textEnd - base), separator, encoding)
    const done = { start, end: next, refusal: refused, ...found }
    begin(next)
    return done
  }

  /** The first line of the current row, whose quotes are wrong. */
  function refuseLine(fileEnd: number | null): FileRow {
    const next = lineEnd >= 0 ? lineEnd + 1 : (fileEnd ?? at)
    const text = isPassing ? head : bytes.subarray(start - base, next - base)
    const done = { start, end: next, refusal: OPEN_QUOTE, ...unread(text, encoding) }
    if (next < base) reopenAt = next
    begin(next)
    return done
  }

  function passOver() {
    if (!isPassing) head = bytes.slice(start - base, start - base + SHOWN_LENGTH)
    isPassing = true
  }

  /** Forgets what was read; of a row that is too long only its first line is kept in mind. */
  function trim() {
    const keepFrom = isPassing ? at : start
    if (keepFrom > base) bytes = bytes.slice(keepFrom - base)
    base = Math.max(base, keepFrom)
  }

  function read(isEnd: boolean): FileRow[] {
    const rows: FileRow[] = []
    while (reopenAt === null && at < base + bytes.length) {
      const byte = bytes[at - base]
      const isLast = at + 1 >= base + bytes.length
      // What a quote or a line break means is known with the byte after it.
      if (isLast && !isEnd && (byte === QUOTE || byte === CR)) break
      if (byte === LF && lineEnd < 0) lineEnd = at
      if (isBroken && lineEnd >= 0) {
        rows.push(refuseLine(null))
        continue
      }
      if (isBroken) {
        // Its line goes on, and is refused wherever it ends.
        at++
        if (at - start > ROW_BYTES) passOver()
        continue
      }
      if (isQuoted) {
        if (byte === QUOTE && bytes[at + 1 - base] === QUOTE) at++
        else if (byte === QUOTE) [isQuoted, isAfterQuote] = [false, true]
        at++
      } else if (byte === QUOTE && isCellStart) {
        isQuoted = true
        isCellStart = false
        at++
      } else if (byte === LF || byte === CR) {
        const length = byte === CR && bytes[at + 1 - base] === LF ? 2 : 1
        rows.push(row(at, at + length))
      } else if (isAfterQuote && byte !== mark && byte !== SPACE) {
        isBroken = true
      } else {
        isCellStart = byte === mark || (isCellStart && byte === SPACE)
        if (byte === mark) isAfterQuote = false
        at++
      }
      if (at - start > ROW_BYTES) passOver()
      if (isPassing && isQuoted && at - start > MOST_PASSED_OVER) {
        trim()
        rows.push(refuseLine(null))
      }
    }
    trim()
    return rows
  }

  return {
    push(more) {
      bytes = bytes.length === 0 ? more : joinBytes([bytes, more])
      return read(false)
    },
    end() {
      const rows = read(true)
      const end = base + bytes.length
      while (reopenAt === null && start < end) {
        rows.push(isQuoted || isBroken ? refuseLine(end) : row(end, end))
        if (start < end) rows.push(...read(true))
      }
      return rows
    },
    get reopenAt() {
      return reopenAt
    },
  }
}

/** The beginning of a row that cannot be taken into cells. */
const unread = (bytes: Uint8Array, encoding: Encoding) => {
  const { text } = cellText(asBytes(bytes.subarray(0, SHOWN_LENGTH)), encoding)
  return { cells: [text.trimEnd()], isGuessed: false }
}

function readRow(bytes: Uint8Array, separator: Separator, encoding: Encoding) {
  const text = asUtf8(bytes)
  if (text !== null)
    return { cells: cellsOf(text, separator).map(withoutGuard), isGuessed: encoding !== 'utf-8' && !isAscii(bytes) }
  const read = cellsOf(asBytes(bytes), separator).map((cell) => cellText(cell, encoding))
  return {
    cells: read.map(({ text }) => withoutGuard(text)),
    isGuessed: read.some((cell) => cell.encoding !== encoding),
  }
}

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80)
