import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { dayOf, shortWhen } from '../../ui/dates.ts'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'
import { ActionPicture } from './action-picture.tsx'
import { actionLine, useActionsDone } from './action-words.ts'
import { confidenceWords } from './confidence-words.ts'
import classes from './recent-actions.module.css'
import type { ReviewSuggestion } from './review-row.tsx'
import { useDecisions } from './use-decisions.ts'

/** One automatic act: what, from which message, how sure the assistant was, and the way back. */
export function RecentAction({ suggestion, onLeave }: { suggestion: ReviewSuggestion; onLeave: () => void }) {
  const { office, mayChange } = useOffice()
  const { undo, pending } = useDecisions()
  const now = useNow()
  const done = useActionsDone()
  const { kind, action, confidence, conversationId, contactName, subject, decidedAt, status } = suggestion
  return (
    <div className={classes.entry}>
      <ActionPicture kind={kind} />
      <div>
        <div className={classes.name}>{done[kind]}</div>
        <div className={classes.line}>{actionLine(action, dayOf(now, office.timeZone), office.timeZone)}</div>
        <div className={classes.why}>
          {confidenceWords(confidence)}, because of{' '}
          <Link to="/inbox/$conversationId" params={{ conversationId }} onClick={onLeave}>
            {contactName ?? subject}
          </Link>
          {decidedAt && ` · ${shortWhen(decidedAt, now, office.timeZone)}`}
        </div>
      </div>
      {mayChange && status === 'accepted' && (
        <Button size="compact-sm" variant="subtle" loading={pending} onClick={() => undo(suggestion)}>
          Undo
        </Button>
      )}
    </div>
  )
}
