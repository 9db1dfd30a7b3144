/** RFC 5545, section 3.1: a line is at most 75 bytes long, its end not counted. */
const LINE_BYTES = 75
const SPACE_BYTES = 1

/** Everything that would end a line, or that no calendar may hold; a tab and a new line are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f]/g
const NOT_IN_A_URI = /[\0-\x20\x7f]/g

/** Text as the value of a line. A new line within it is written as `\n`, so that nobody's text begins a line of its own. */
export const textOf = (text: string) =>
  text
    .replace(/\r\n|\r/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** An address as the value of a line, which is written as it is. */
export const uriOf = (uri: string) => uri.replace(NOT_IN_A_URI, encodeURIComponent)

/** RFC 6868: what a parameter cannot hold is written behind a `^`. */
const parameterOf = (text: string) =>
  text
    .replace(/\r\n|\r/g, '\n')
    .replace(CONTROLS, '')
    .replaceAll('^', '^^')
    .replaceAll('"', "^'")
    .replaceAll('\n', '^n')

export const addressLine = (property: string, { name, email }: { name: string | null; email: string }) =>
  `${property}${name ? `;CN="${parameterOf(name)}"` : ''}:mailto:${uriOf(email)}`

/** An instant in UTC, such as `20260701T083000Z`. */
export const instantOf = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** A line with its end, folded between letters and never within one. */
export function foldedLine(line: string): string {
  const encoder = new TextEncoder()
  let written = ''
  let length = 0
  for (const letter of line) {
    const bytes = encoder.encode(letter).length
    if (length + bytes > LINE_BYTES) {
      written += '\r\n '
      length = SPACE_BYTES
    }
    written += letter
    length += bytes
  }
  return `${written}\r\n`
}
