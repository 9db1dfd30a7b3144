import { markPieces, type Range } from './mark-pieces.ts'
import classes from './marked-text.module.css'

/** A text as it was written, with ranges marked in it; `strong` is the position of the range that is pointed at. */
export function MarkedText({
  text,
  ranges,
  strong,
}: {
  text: string
  ranges: readonly Range[]
  strong?: number | null
}) {
  return (
    <>
      {markPieces(text, ranges).map(({ start, text: words, marks }) =>
        marks.length === 0 ? (
          words
        ) : (
          <mark key={start} className={marks.some((mark) => mark === strong) ? classes.strong : undefined}>
            {words}
          </mark>
        ),
      )}
    </>
  )
}
