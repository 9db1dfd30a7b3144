import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { confidenceWords } from '../assistant/confidence-words.ts'
import { useDecisions } from '../assistant/use-decisions.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './timeline.module.css'
import type { Activity } from './types.ts'

/** Who did it, and why: the words of the message that the assistant read, or the file that was imported. */
export function TimelineWho({ activity: { by, kind, reason } }: { activity: Activity }) {
  const { data } = useQuery(trpc.office.members.queryOptions())
  const nameOf = (id: string) => data?.members.find(({ userId }) => userId === id)?.name ?? 'a former member'
  const who = () => {
    if (by.kind === 'member') return `by ${nameOf(by.userId)}${reason ? ', as the assistant proposed' : ''}`
    if (by.kind === 'assistant') return 'by the assistant'
    if (by.kind === 'import') return reason?.kind === 'import' ? `by the import of ${reason.fileName}` : 'by an import'
    if (by.kind === 'workflow') return 'by a workflow'
    if (by.kind === 'customer') return 'by the customer'
    if (by.kind === 'desk') return 'by itself'
    return kind === 'contact_created' ? 'because they wrote' : 'by the sender'
  }
  return (
    <>
      <div className={classes.by}>{who()}</div>
      {reason?.kind === 'message' && <Why reason={reason} />}
    </>
  )
}

type MessageReason = Extract<NonNullable<Activity['reason']>, { kind: 'message' }>

/** The words on which the assistant acted and whose they are; what it did by itself can be taken back here. */
function Why({ reason }: { reason: MessageReason }) {
  const { mayChange } = useOffice()
  const { undo, pending } = useDecisions()
  const { quotes, sender, subject, conversationId, confidence, status } = reason
  return (
    <details className={classes.by}>
      <summary>Why?</summary>
      {quotes.map((quote) => (
        <blockquote key={quote} className={classes.quote}>
          {quote}
        </blockquote>
      ))}
      <div>
        {confidenceWords(confidence)}, because of{' '}
        <Link to="/inbox/$conversationId" params={{ conversationId }}>
          {subject ? `“${subject}” from ${sender}` : `a message from ${sender}`}
        </Link>
      </div>
      {status === 'undone' && <div>Taken back since.</div>}
      {mayChange && status === 'accepted' && (
        <Button size="compact-xs" variant="default" loading={pending} onClick={() => undo(reason)}>
          Take it back
        </Button>
      )}
    </details>
  )
}
