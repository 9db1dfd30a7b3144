/** A part of a text, half-open: `text.slice(start, end)`. */
export type Range = { start: number; end: number }
/** A piece of a text as it is shown; `marks` are the positions, in the list that was given, of the ranges over it. */
export type Piece = { start: number; text: string; marks: number[] }

/**
 * Cuts `text` where a range begins or ends. The pieces put together are the text. Ranges may overlap; what lies outside
 * of the text is ignored. Quadratic in the number of ranges, of which a message has a few dozen at most.
 */
export function markPieces(text: string, ranges: readonly Range[]): Piece[] {
  const cuts = new Set([0, text.length])
  for (const { start, end } of ranges) for (const cut of [start, end]) if (cut > 0 && cut < text.length) cuts.add(cut)
  const sorted = [...cuts].sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (const [i, start] of sorted.entries()) {
    const end = sorted[i + 1]
    if (end === undefined || end === start) continue
    const marks = ranges.flatMap((range, at) => (range.start < end && range.end > start ? [at] : []))
    pieces.push({ start, text: text.slice(start, end), marks })
  }
  return pieces
}
