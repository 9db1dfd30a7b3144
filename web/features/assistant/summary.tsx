import type { Intake } from '../inbox/types.ts'
import classes from './intake-strip.module.css'

/** What a message says, in its own words; pointing at a sentence, or focusing it, shows where it stands. */
export function Summary({ summary, onPoint }: { summary: Intake['summary']; onPoint: (at: number | null) => void }) {
  if (summary.length === 0) return null
  return (
    <p className={classes.summary}>
      {summary.map(({ sentence, start }, i) => (
        <button
          key={`${start} ${sentence}`}
          type="button"
          className={classes.sentence}
          onPointerEnter={() => onPoint(i)}
          onPointerLeave={() => onPoint(null)}
          onFocus={() => onPoint(i)}
          onBlur={() => onPoint(null)}
        >
          {sentence}{' '}
        </button>
      ))}
    </p>
  )
}
