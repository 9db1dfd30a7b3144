/** Nobody sends more; they bound what a hostile header costs. */
const PARAMETERS_MAX = 20
const HEADER_CHARACTERS_MAX = 16 * 1024

/**
 * The parameters of a header such as `form-data; name="a"; filename="b;c.pdf"` (RFC 9110, section 5.6.6), names in lower
 * case, the first of a kind wins. Of the backslash escapes only `\"` and `\\` count, because file names hold others.
 */
export function headerParameters(whole: string): Map<string, string> {
  const header = whole.slice(0, HEADER_CHARACTERS_MAX)
  const found = new Map<string, string>()
  let at = header.indexOf(';')
  while (at >= 0 && found.size < PARAMETERS_MAX) {
    const equals = header.indexOf('=', at)
    if (equals < 0) break
    const name = header
      .slice(at + 1, equals)
      .trim()
      .toLowerCase()
    const from = afterSpaces(header, equals + 1)
    const { value, end } = header[from] === '"' ? quoted(header, from + 1) : token(header, from)
    if (!found.has(name)) found.set(name, value)
    at = header.indexOf(';', end)
  }
  return found
}

function afterSpaces(header: string, from: number): number {
  let at = from
  while (header[at] === ' ' || header[at] === '\t') at += 1
  return at
}

function token(header: string, from: number) {
  const semicolon = header.indexOf(';', from)
  const end = semicolon < 0 ? header.length : semicolon
  return { value: header.slice(from, end).trim(), end }
}

function quoted(header: string, from: number) {
  let value = ''
  let at = from
  while (at < header.length && header[at] !== '"') {
    const escaped = header[at] === '\\' && (header[at + 1] === '"' || header[at + 1] === '\\')
    if (escaped) at += 1
    value += header.charAt(at)
    at += 1
  }
  return { value, end: at }
}
