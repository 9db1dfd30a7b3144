import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Action, ActionKind } from '../../../worker/features/assistant/rules/actions.ts'
import { server } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tell, tellProblem, tellWithUndo } from '../../ui/toast.ts'
import { ACTION_DONE } from './action-words.ts'
import { reviewOptions } from './review-options.ts'
import type { ReviewSuggestion } from './review-row.tsx'

type Decided = { id: string; version: number }
type Decidable = Decided & { kind: ActionKind }
type Pages = InfiniteData<{ rows: ReviewSuggestion[]; waiting: number }>

/** What a decision may have changed: everything that the assistant can touch. */
const TOUCHED: readonly string[] = ['assistant', 'inbox', 'contacts', 'tasks', 'deals', 'appointments']

/** Accepting, rejecting and undoing what the assistant proposed, with what each says on the screen. */
export function useDecisions() {
  const queryClient = useQueryClient()
  const [last, setLast] = useState<Decided | null>(null)
  const { queryKey } = reviewOptions()
  /** Takes a suggestion out of the list before the server has answered, so that the next one is there at once. */
  const takeOut = async (id: string) => {
    await queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData<Pages>(queryKey, (pages) => pages && without(pages, id))
  }
  const shared = {
    // Reading anew puts back what was taken out too soon.
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    onSettled: () => Promise.all(TOUCHED.map((feature) => queryClient.invalidateQueries({ queryKey: [[feature]] }))),
  }
  const undo = useMutation({
    ...shared,
    mutationFn: ({ id, version }: Decided) => server.assistant.undo.mutate({ id, version }),
    onSuccess: ({ id, kept }) => {
      setLast(null)
      tell(kept === 0 ? 'Taken back.' : 'Taken back, except what somebody has worked with since.', id)
    },
  })
  const accept = useMutation({
    ...shared,
    mutationFn: ({ suggestion: { id, version }, action }: { suggestion: Decidable; action?: Action | undefined }) =>
      server.assistant.accept.mutate({ id, version, action }),
    onMutate: ({ suggestion }) => takeOut(suggestion.id),
    onSuccess: (decided, { suggestion }) => {
      setLast(decided)
      tellWithUndo(`${ACTION_DONE[suggestion.kind]}.`, suggestion.id, () => undo.mutate(decided))
    },
  })
  const reject = useMutation({
    ...shared,
    mutationFn: ({ id, version }: Decidable) => server.assistant.reject.mutate({ id, version }),
    onMutate: ({ id }) => takeOut(id),
    onSuccess: () => {
      setLast(null)
      tell('Rejected. The assistant learns from it.')
    },
  })
  return {
    pending: accept.isPending || reject.isPending || undo.isPending,
    last,
    accept: (suggestion: Decidable, action?: Action) => accept.mutate({ suggestion, action }),
    reject: (suggestion: Decidable) => reject.mutate(suggestion),
    undo: (decided: Decided) => undo.mutate(decided),
  }
}

const without = ({ pages, pageParams }: Pages, id: string): Pages => ({
  pageParams,
  pages: pages.map(({ rows, waiting, ...page }) => ({
    ...page,
    rows: rows.filter((row) => row.id !== id),
    waiting: Math.max(0, waiting - 1),
  })),
})

export type Decisions = ReturnType<typeof useDecisions>
