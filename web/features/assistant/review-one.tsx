import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../../api.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useOffice } from '../office/use-office.ts'
import { ActionPicture } from './action-picture.tsx'
import { ACTION_NAMES } from './action-words.ts'
import { confidenceWords, inPercent } from './confidence-words.ts'
import { Proposal } from './proposal.tsx'
import classes from './review.module.css'
import { ReviewBar } from './review-bar.tsx'
import { ReviewMail } from './review-mail.tsx'
import type { ReviewSuggestion } from './review-row.tsx'
import type { Decisions } from './use-decisions.ts'

const ActionForm = lazy(async () => ({ default: (await import('./action-form.tsx')).ActionForm }))

type Face = { suggestion: ReviewSuggestion; decisions: Decisions; onStep: (by: 1 | -1) => void; onBack: () => void }

/** One suggestion, the mail that it rests on, and one key for each answer. */
export function ReviewOne({ suggestion, decisions, onStep, onBack }: Face) {
  const { mayChange } = useOffice()
  const [editing, setEditing] = useState(false)
  const { kind, action, confidence, conversationId } = suggestion
  const { data: conversation } = useQuery(trpc.inbox.conversation.queryOptions({ id: conversationId }))
  const decide = (run: () => void) => () => {
    if (mayChange && !decisions.pending && !editing) run()
  }
  const answers = {
    accept: decide(() => decisions.accept(suggestion)),
    edit: decide(() => setEditing(kind !== 'mark_spam')),
    reject: decide(() => decisions.reject(suggestion)),
    undo: decide(() => decisions.last && decisions.undo(decisions.last)),
  }
  useShortcuts({
    a: answers.accept,
    e: answers.edit,
    r: answers.reject,
    u: answers.undo,
    j: () => onStep(1),
    k: () => onStep(-1),
  })
  return (
    <>
      <div className={classes.scroll}>
        <div className={classes.column}>
          <section className={classes.proposal} aria-label="Suggestion">
            <div className={classes.kind}>
              <ActionPicture kind={kind} />
              {ACTION_NAMES[kind]}
              <span className={classes.sure}>
                {confidenceWords(confidence)} · {inPercent(confidence)}
              </span>
            </div>
            {editing ? (
              <div className={classes.form}>
                <Suspense>
                  <ActionForm
                    action={action}
                    pending={decisions.pending}
                    onAccept={(edited) => decisions.accept(suggestion, edited)}
                    onCancel={() => setEditing(false)}
                  />
                </Suspense>
              </div>
            ) : (
              <Proposal action={action} />
            )}
          </section>
          <ReviewMail suggestion={suggestion} conversation={conversation} />
        </div>
      </div>
      <ReviewBar
        answers={answers}
        mayEdit={kind !== 'mark_spam'}
        mayUndo={decisions.last !== null}
        disabled={!mayChange || editing}
        onBack={onBack}
      />
    </>
  )
}
