/** What a spreadsheet takes for the beginning of a formula, also behind spaces and in its full-width form. */
const FORMULA = /^\s*[=+\-@\t\r\0＝＋－＠]/

/** A text as one cell (RFC 4180). One that a spreadsheet would evaluate gets an apostrophe before it. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a file of comma-separated values. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`
