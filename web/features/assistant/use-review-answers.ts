import { useState } from 'react'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'
import type { ReviewSuggestion } from './review-row.tsx'
import type { Decisions } from './use-decisions.ts'

/** The answers to the suggestion on the screen, each on its key, and whether it is being edited. */
export function useReviewAnswers(suggestion: ReviewSuggestion, decisions: Decisions, onStep: (by: 1 | -1) => void) {
  const { mayChange } = useOffice()
  const [editing, setEditing] = useState(false)
  const mayEdit = suggestion.kind !== 'mark_spam'
  const change = useChange()
  const decide = (run: () => void) =>
    change(() => {
      if (!decisions.pending && !editing) run()
    })
  const answers = {
    accept: decide(() => decisions.accept(suggestion)),
    edit: decide(() => setEditing(mayEdit)),
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
  return { answers, editing, stopEditing: () => setEditing(false), mayEdit, mayChange, disabled: editing }
}
