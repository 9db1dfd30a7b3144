/** One property of a calendar file (RFC 5545, 3.1): names are in capitals, values as they were written. */
export type ContentLine = { name: string; params: ReadonlyMap<string, string>; value: string; line: number }

/** More than any text of an event has; what is longer is some picture that was put inside. */
const LONGEST_LINE = 200_000
const NAME = /^([A-Za-z0-9-]+)/
const PARAM = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)/y

/** The properties of a calendar file one after another: folded lines are joined, and what is no property is left out. */
export function* contentLines(text: string): Generator<ContentLine> {
  let [whole, line, number] = ['', 0, 0]
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from)
    const end = newline < 0 ? text.length : newline
    const piece = text.slice(from, text[end - 1] === '\r' ? end - 1 : end)
    from = end + 1
    number += 1
    if (piece.startsWith(' ') || piece.startsWith('\t')) {
      if (whole.length < LONGEST_LINE) whole += piece.slice(1)
      continue
    }
    const read = contentLine(whole, line)
    if (read) yield read
    whole = piece
    line = number
  }
  const last = contentLine(whole, line)
  if (last) yield last
}

function contentLine(whole: string, line: number): ContentLine | null {
  const [, name] = NAME.exec(whole) ?? []
  if (name === undefined) return null
  const params = new Map<string, string>()
  PARAM.lastIndex = name.length
  let end = name.length
  for (let found = PARAM.exec(whole); found; found = PARAM.exec(whole)) {
    const [, key = '', value = ''] = found
    params.set(key.toUpperCase(), value.replaceAll('"', ''))
    end = PARAM.lastIndex
  }
  return whole[end] === ':' ? { name: name.toUpperCase(), params, value: whole.slice(end + 1), line } : null
}

/** A text as it was before it was written into a calendar file. */
export const plainText = (value: string): string =>
  value.replace(/\\(.)/gs, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter)).trim()
