export type RangeKind = 'reply' | 'quote' | 'signature' | 'header'

/** A half-open stretch of a text, in UTF-16 units. */
export type TextRange = { start: number; end: number; kind: RangeKind }

/** A line of a text with its line break. */
export type TextLine = { start: number; end: number; text: string }

/** The first lines of a text, each cut to `maxLength` to be looked at; the positions stay those of the whole line. */
export function textLines(text: string, maxLines: number, maxLength: number): TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  while (start < text.length && lines.length < maxLines) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found + 1
    lines.push({ start, end, text: text.slice(start, Math.min(end, start + maxLength)).replace(/\r?\n$/, '') })
    start = end
  }
  return lines
}

/** Lines of one kind in a row become one range; `tailKind` is what lies beyond the last line. */
export function joinedRanges(
  text: string,
  lines: readonly TextLine[],
  kinds: readonly RangeKind[],
  tailKind: RangeKind,
): TextRange[] {
  const ranges: TextRange[] = []
  const add = (start: number, end: number, kind: RangeKind) => {
    const last = ranges.at(-1)
    if (last?.kind === kind) last.end = end
    else if (end > start) ranges.push({ start, end, kind })
  }
  for (const [index, line] of lines.entries()) add(line.start, line.end, kinds[index] ?? 'reply')
  add(lines.at(-1)?.end ?? 0, text.length, tailKind)
  return ranges
}
