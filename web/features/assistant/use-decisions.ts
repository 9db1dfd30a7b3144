import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Action, ActionKind } from '../../../worker/features/assistant/rules/actions.ts'
import { server } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tell, tellProblem, tellWithUndo } from '../../ui/toast.ts'
import { useActionsDone } from './action-words.ts'
import { useTakeOut } from './use-take-out.ts'

type Decided = { id: string; version: number }
type Decidable = Decided & { kind: ActionKind }

/** What a decision may have changed: everything that the assistant can touch. */
const TOUCHED: readonly string[] = ['assistant', 'inbox', 'contacts', 'tasks', 'deals', 'appointments']

/** What every decision does when it is over, however it ended. */
function useSettled() {
  const queryClient = useQueryClient()
  return {
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    // Not waited for: the next answer need not wait until every list is read anew.
    onSettled: () => {
      for (const feature of TOUCHED) void queryClient.invalidateQueries({ queryKey: [[feature]] })
    },
  }
}

/** Taking back what a suggestion did, and saying how much of it. */
function useUndo() {
  return useMutation({
    ...useSettled(),
    mutationFn: ({ id, version }: Decided) => server.assistant.undo.mutate({ id, version }),
    onSuccess: ({ id, kept }) =>
      tell(kept === 0 ? 'Taken back.' : 'Taken back, except what somebody has worked with since.', id),
  })
}

/** Accepting, rejecting and undoing what the assistant proposed, with what each says on the screen. */
export function useDecisions() {
  const settled = useSettled()
  const done = useActionsDone()
  const takeOut = useTakeOut()
  const undo = useUndo()
  const [last, setLast] = useState<Decided | null>(null)
  const takeBack = (decided: Decided) => {
    setLast(null)
    undo.mutate(decided)
  }
  const accept = useMutation({
    ...settled,
    mutationFn: ({ suggestion: { id, version }, action }: { suggestion: Decidable; action?: Action | undefined }) =>
      server.assistant.accept.mutate({ id, version, action }),
    // What a member typed stays on the screen until the server has taken it.
    onMutate: ({ suggestion, action }) => (action ? undefined : takeOut(suggestion.id)),
    onSuccess: (decided, { suggestion }) => {
      setLast(decided)
      tellWithUndo(`${done[suggestion.kind]}.`, suggestion.id, () => takeBack(decided))
    },
  })
  const reject = useMutation({
    ...settled,
    mutationFn: ({ id, version }: Decidable) => server.assistant.reject.mutate({ id, version }),
    onMutate: ({ id }) => takeOut(id),
    onSuccess: () => tell('Rejected. The assistant learns from it.'),
  })
  return {
    pending: accept.isPending || reject.isPending || undo.isPending,
    /** The last one that was accepted here and not yet taken back. */
    last,
    accept: (suggestion: Decidable, action?: Action) => accept.mutate({ suggestion, action }),
    reject: (suggestion: Decidable) => reject.mutate(suggestion),
    undo: takeBack,
  }
}
export type Decisions = ReturnType<typeof useDecisions>
