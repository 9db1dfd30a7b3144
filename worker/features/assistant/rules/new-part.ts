/** How much of a message is read; what lies beyond is flagged, so that hostile length costs nothing. */
export const READ_LIMIT_CHARS = 32_768

const FORWARD_MARK = /^\s*(-{2,}\s*forwarded message\b|begin forwarded message:)/i
const ORIGINAL_MARK = /^\s*(-{2,}\s*(original message|ursprüngliche nachricht|message d'origine)\b|_{20,}\s*$)/i
const HEADER_LINE = /^[\s*]*(from|von|de):/i
const HEADER_COMPANION = /^[\s*]*(sent|date|to|subject|gesendet|datum|an|betreff|envoyé|objet)\s?:/i
const ATTRIBUTION_START = /^\s*(on|am|le|el|op)\s/i
const ATTRIBUTION_END = /(wrote|schrieb\b.*|a écrit|escribió|schreef\b.*)\s?:\s*$/i
const QUOTED_LINE = /^\s{0,3}>/
const ATTRIBUTION_MAX_LINES = 3
const HEADER_LOOKAHEAD_LINES = 4
/** A line longer than this is prose, not a mark of a mail program. */
const MARK_MAX_CHARS = 300

type Lines = readonly string[]

const mark = (line: string | undefined) => (line ?? '').slice(0, MARK_MAX_CHARS)

const nextWritten = (lines: Lines, from: number) => lines.slice(from, from + 3).find((line) => line.trim() !== '')

function startsHeaderBlock(lines: Lines, at: number): boolean {
  if (!HEADER_LINE.test(mark(lines[at]))) return false
  return lines.slice(at + 1, at + 1 + HEADER_LOOKAHEAD_LINES).some((line) => HEADER_COMPANION.test(mark(line)))
}

/** How many lines "On … somebody wrote:" takes at this place; 0 when it is not there. */
function attributionLines(lines: Lines, at: number): number {
  if (!ATTRIBUTION_START.test(mark(lines[at]))) return 0
  for (let count = 1; count <= ATTRIBUTION_MAX_LINES; count++) {
    if (ATTRIBUTION_END.test(mark(lines[at + count - 1]))) return count
  }
  return 0
}

/** For every line, whether the sender wrote it now; a forwarded part counts as written, for it is why the mail was sent. */
function writtenLines(lines: Lines): boolean[] {
  const written = lines.map((line) => !QUOTED_LINE.test(line))
  for (let at = 0; at < lines.length; at++) {
    if (FORWARD_MARK.test(mark(lines[at]))) return written.fill(true, at)
    if (ORIGINAL_MARK.test(mark(lines[at])) || startsHeaderBlock(lines, at)) return written.fill(false, at)
    const attribution = attributionLines(lines, at)
    if (attribution === 0) continue
    const quoteFollows = QUOTED_LINE.test(nextWritten(lines, at + attribution) ?? '')
    if (!quoteFollows) return written.fill(false, at)
    written.fill(false, at, at + attribution)
  }
  return written
}

/**
 * The text with everything quoted from earlier mails replaced by spaces, so that every position still holds.
 * When nothing else is left, the quoted part is the message and the text comes back as it was.
 */
export function newPart(text: string): string {
  const read = text.slice(0, READ_LIMIT_CHARS)
  const lines = read.split('\n')
  const written = writtenLines(lines)
  const masked = lines.map((line, at) => (written[at] ? line : ' '.repeat(line.length))).join('\n')
  return masked.trim() === '' ? read : masked
}
