const QUOTE = '"'

/** The cells of a row whose quotes are known to be closed. */
export function cellsOf(row: string, separator: string): string[] {
  if (!row.includes(QUOTE)) return row.split(separator)
  const cells: string[] = []
  let at = 0
  while (at <= row.length) {
    const { cell, end } = cellAt(row, at, separator)
    cells.push(cell)
    at = end + 1
  }
  return cells
}

function cellAt(row: string, from: number, separator: string): { cell: string; end: number } {
  let start = from
  while (row[start] === ' ') start++
  if (row[start] !== QUOTE) {
    const found = row.indexOf(separator, from)
    const end = found < 0 ? row.length : found
    return { cell: row.slice(from, end), end }
  }
  let close = start + 1
  while (close < row.length) {
    if (row[close] === QUOTE && row[close + 1] !== QUOTE) break
    close += row[close] === QUOTE ? 2 : 1
  }
  const found = row.indexOf(separator, close)
  return { cell: row.slice(start + 1, close).replaceAll('""', QUOTE), end: found < 0 ? row.length : found }
}

/** What our own export wrote before a text that a spreadsheet would take for a formula is taken off again. */
export const withoutGuard = (cell: string): string => (/^'\s*[=+\-@\t\r\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell)

export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]
const LINES_READ = 20

/** The separator that divides the first lines into the most columns, alike in every line. */
export function detectSeparator(sample: string): Separator {
  const lines = wholeLines(sample).slice(0, LINES_READ)
  const scored = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => cellsOf(line, separator).length)
    const [first = 1] = counts
    const alike = counts.filter((count) => count === first).length / Math.max(counts.length, 1)
    return { separator, score: first > 1 ? alike * 100 + Math.min(first, 50) : 0 }
  })
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).separator
}

/** Lines, of which one with an open quote goes on in the next. */
function wholeLines(sample: string): string[] {
  const lines: string[] = []
  for (const line of sample.split(/\r\n|\n|\r/)) {
    const last = lines.at(-1)
    const isOpen = last !== undefined && (last.split(QUOTE).length - 1) % 2 === 1
    if (isOpen) lines[lines.length - 1] = `${last}\n${line}`
    else if (line.trim() !== '') lines.push(line)
  }
  return lines
}
