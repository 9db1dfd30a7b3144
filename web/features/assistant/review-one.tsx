import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { trpc } from '../../api.ts'
import { ActionPicture } from './action-picture.tsx'
import { useActionNames } from './action-words.ts'
import { confidenceWords, inPercent } from './confidence-words.ts'
import { Proposal } from './proposal.tsx'
import classes from './review.module.css'
import { ReviewBar } from './review-bar.tsx'
import { ReviewMail } from './review-mail.tsx'
import type { ReviewSuggestion } from './review-row.tsx'
import type { Decisions } from './use-decisions.ts'
import { useReviewAnswers } from './use-review-answers.ts'

const ActionForm = lazy(async () => ({ default: (await import('./action-form.tsx')).ActionForm }))

type Face = { suggestion: ReviewSuggestion; decisions: Decisions; onStep: (by: 1 | -1) => void; onBack: () => void }

/** One suggestion, the mail that it rests on, and one key for each answer. */
export function ReviewOne({ suggestion, decisions, onStep, onBack }: Face) {
  const { answers, editing, stopEditing, ...may } = useReviewAnswers(suggestion, decisions, onStep)
  const { action, conversationId } = suggestion
  const { data: conversation } = useQuery(trpc.inbox.conversation.queryOptions({ id: conversationId }))
  return (
    <>
      <div className={classes.scroll}>
        <div className={classes.column}>
          <section className={classes.proposal} aria-label="Suggestion">
            <ProposalHead suggestion={suggestion} />
            {!editing && <Proposal action={action} />}
            <Suspense>
              {editing && (
                <ActionForm
                  action={action}
                  pending={decisions.pending}
                  onAccept={(edited) => decisions.accept(suggestion, edited)}
                  onCancel={stopEditing}
                />
              )}
            </Suspense>
          </section>
          <ReviewMail suggestion={suggestion} conversation={conversation} />
        </div>
      </div>
      <ReviewBar {...{ answers, ...may, onBack }} mayUndo={decisions.last !== null} />
    </>
  )
}

function ProposalHead({ suggestion: { kind, confidence } }: { suggestion: ReviewSuggestion }) {
  const names = useActionNames()
  return (
    <div className={classes.kind}>
      <ActionPicture kind={kind} />
      {names[kind]}
      <span className={classes.sure}>
        {confidenceWords(confidence)} · {inPercent(confidence)}
      </span>
    </div>
  )
}
