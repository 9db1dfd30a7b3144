import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconSparkles } from '@tabler/icons-react'
import type { Intake, Suggestion } from '../inbox/types.ts'
import { confidenceWords, inPercent } from './confidence-words.ts'
import { flagWords } from './flag-words.ts'
import classes from './intake-strip.module.css'
import { IntentBadge } from './intent-badge.tsx'
import { SuggestionCard } from './suggestion-card.tsx'
import { Summary } from './summary.tsx'
import { useDecisions } from './use-decisions.ts'

type Face = { intake: Intake; suggestions: readonly Suggestion[]; onPoint: (sentence: number | null) => void }

/** What the assistant understood of a message, and what it proposes. */
export function IntakeStrip({ intake, suggestions, onPoint }: Face) {
  const decisions = useDecisions()
  const { intent, confidence, summary, flags, reader, fellBack } = intake
  const how = [inPercent(confidence), `read by ${reader}`, fellBack].filter(Boolean).join(' · ')
  return (
    <section className={classes.strip} aria-label="What the assistant understood">
      <div className={classes.head}>
        <IconSparkles size={15} aria-hidden />
        <IntentBadge intent={intent} />
        <Tooltip label={how}>
          <span>{confidenceWords(confidence)}</span>
        </Tooltip>
      </div>
      <Summary summary={summary} onPoint={onPoint} />
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
