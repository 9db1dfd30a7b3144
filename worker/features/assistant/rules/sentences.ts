/** A piece of a text: `text.slice(start, end)`. */
export type Span = { start: number; end: number }

/** A "sentence" longer than this is cut: nobody writes one, and what reads sentences stays fast on hostile input. */
const SENTENCE_MAX_CHARS = 400
const SENTENCE_END = /[.!?…]["')\]]*(?=\s)|\n/g
/** An end that is none: a title, an initial or an abbreviation before the full stop. */
const FALSE_END = /(?:^|\s)(?:mr|mrs|ms|dr|st|no|nr|e\.g|i\.e|approx|tel|etc|a\.m|p\.m|[A-Z])\.$/i

/** A line at least this long was probably broken by the mail program, not by the writer. */
const WRAPPED_LINE_CHARS = 55

/** Whether a line break lies within a sentence: a full line before it, and a sentence that plainly goes on after it. */
function isWrap(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  return at - lineStart >= WRAPPED_LINE_CHARS && /^[\p{Ll}\d(]/u.test(text.slice(at + 1, at + 3))
}

function trimmed(text: string, start: number, end: number): Span {
  const piece = text.slice(start, end)
  const left = piece.length - piece.trimStart().length
  return { start: start + left, end: start + left + piece.trim().length }
}

function cut(span: Span): Span[] {
  const pieces: Span[] = []
  for (let start = span.start; start < span.end; start += SENTENCE_MAX_CHARS) {
    pieces.push({ start, end: Math.min(span.end, start + SENTENCE_MAX_CHARS) })
  }
  return pieces
}

/** The sentences and lines of a text, in order, without the white space around them. At most `limit` of them. */
export function sentencesOf(text: string, limit: number): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const end of text.matchAll(SENTENCE_END)) {
    const stop = end.index + end[0].length
    const goesOn =
      end[0] === '\n' ? isWrap(text, end.index) : FALSE_END.test(text.slice(Math.max(start, stop - 8), stop))
    if (goesOn) continue
    spans.push(...cut(trimmed(text, start, stop)))
    start = stop
    if (spans.length >= limit) return spans.slice(0, limit)
  }
  spans.push(...cut(trimmed(text, start, text.length)))
  return spans.slice(0, limit)
}
