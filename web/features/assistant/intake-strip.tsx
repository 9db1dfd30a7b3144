import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconSparkles } from '@tabler/icons-react'
import type { Intake, Suggestion } from '../inbox/types.ts'
import { confidenceWords, inPercent } from './confidence-words.ts'
import { flagWords } from './flag-words.ts'
import classes from './intake-strip.module.css'
import { IntentBadge } from './intent-badge.tsx'
import { SuggestionCard } from './suggestion-card.tsx'
import { useDecisions } from './use-decisions.ts'

type Face = { intake: Intake; suggestions: readonly Suggestion[]; onPoint: (sentence: number | null) => void }

/** What the assistant understood of a message and what it proposes; pointing at a sentence shows where it stands. */
export function IntakeStrip({ intake, suggestions, onPoint }: Face) {
  const decisions = useDecisions()
  const { intent, confidence, summary, flags, reader, fellBack } = intake
  return (
    <section className={classes.strip} aria-label="What the assistant understood">
      <div className={classes.head}>
        <IconSparkles size={15} aria-hidden />
        <IntentBadge intent={intent} />
        <Tooltip label={`${inPercent(confidence)} · read by ${reader}${fellBack ? ` · ${fellBack}` : ''}`}>
          <span>{confidenceWords(confidence)}</span>
        </Tooltip>
      </div>
      {summary.length > 0 && (
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
      )}
      {flags.map((flag) => (
        <div key={flag} className={classes.flag}>
          <IconAlertTriangle size={15} aria-hidden />
          {flagWords(flag)}
        </div>
      ))}
      {suggestions.length > 0 && (
        <div className={classes.suggestions}>
          {suggestions.map((suggestion) => (
            <SuggestionCard key={suggestion.id} suggestion={suggestion} decisions={decisions} />
          ))}
        </div>
      )}
    </section>
  )
}
