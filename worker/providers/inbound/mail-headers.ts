export type HeaderLine = { name: string; value: string }

/** RFC 5322, section 2.1.1: what a line should hold. A longer word stays whole. */
const LINE_CHARACTERS = 78
/** RFC 5322, section 2.2: visible ASCII without the colon. */
const NAME = /^[!-9;-~]{1,200}$/
/** Of a file name, so that each piece fits its line after percent-encoding. */
const NAME_PIECE_CHARACTERS = 5

/** Whether the line can be written without beginning another: no CR, LF or NUL in it. */
export const isSafeHeader = ({ name, value }: HeaderLine) => NAME.test(name) && !/[\r\n\0]/.test(value)

/** A header line, folded before words where it grows too long (RFC 5322, section 2.2.3). */
export function folded({ name, value }: HeaderLine): string {
  const lines: string[] = []
  let line = `${name}:`
  for (const word of value.split(' ')) {
    if (word && line.length + word.length >= LINE_CHARACTERS && line.trim() !== `${name}:`) {
      lines.push(line)
      line = ''
    }
    line += ` ${word}`
  }
  return `${[...lines, line].join('\r\n')}\r\n`
}

/**
 * The headers of a block as a vendor passes it on. What cannot be a header line is left out, and NUL becomes a space: the
 * mail was sent like that and must not be lost for it.
 */
export function headersIn(block: string): HeaderLine[] {
  const unfolded: string[] = []
  for (const line of block.split(/\r\n|\r|\n/)) {
    if (/^[ \t]/.test(line) && unfolded.length > 0) unfolded.push(`${unfolded.pop()} ${line.trim()}`)
    else unfolded.push(line)
  }
  return unfolded.flatMap((line) => {
    const colon = line.indexOf(':')
    const header = { name: line.slice(0, colon).trim(), value: inOneLine(line.slice(colon + 1)) }
    return colon > 0 && isSafeHeader(header) ? [header] : []
  })
}

/** A header value as a vendor passes it on, with what could begin another line made a space. */
export const inOneLine = (value: string) => value.replace(/[\r\n\0]+/g, ' ').trim()

/** A file name as the parameter `filename`, in pieces where it is long or not ASCII (RFC 2231, sections 3 and 4). */
export function fileNameParameter(name: string): string {
  const clean = inOneLine(name).toWellFormed()
  if (!clean) return ''
  if (/^[\w. ()-]{1,50}$/.test(clean)) return `; filename="${clean}"`
  const letters = [...clean]
  const pieces = Array.from({ length: Math.ceil(letters.length / NAME_PIECE_CHARACTERS) }, (_, i) =>
    encodeURIComponent(letters.slice(i * NAME_PIECE_CHARACTERS, (i + 1) * NAME_PIECE_CHARACTERS).join('')),
  )
  return pieces
    .map((piece, i) => `;\r\n filename*${i}*=${i === 0 ? "utf-8''" : ''}${piece.replace(/['()*!]/g, percent)}`)
    .join('')
}

const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
