import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Action, ActionKind } from '../../../worker/features/assistant/rules/actions.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tell, tellProblem, tellWithUndo } from '../../ui/toast.tsx'
import { ACTION_DONE } from './action-words.ts'

type Decided = { id: string; version: number }
type Decidable = Decided & { kind: ActionKind }

/** Accepting, rejecting and undoing what the assistant proposed, with what each says on the screen. */
export function useDecisions() {
  const queryClient = useQueryClient()
  const [last, setLast] = useState<Decided | null>(null)
  const readAnew = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.assistant.pathFilter()),
      queryClient.invalidateQueries(trpc.inbox.pathFilter()),
      queryClient.invalidateQueries(trpc.contacts.pathFilter()),
      queryClient.invalidateQueries(trpc.tasks.pathFilter()),
      queryClient.invalidateQueries(trpc.deals.pathFilter()),
      queryClient.invalidateQueries(trpc.appointments.pathFilter()),
    ])
  const shared = { onError: (error: unknown) => tellProblem(sentenceOf(error)), onSettled: readAnew }
  const accept = useMutation(trpc.assistant.accept.mutationOptions(shared))
  const reject = useMutation(trpc.assistant.reject.mutationOptions(shared))
  const undo = useMutation(
    trpc.assistant.undo.mutationOptions({
      ...shared,
      onSuccess: ({ kept }) => {
        setLast(null)
        tell(kept === 0 ? 'Taken back.' : 'Taken back, except what somebody has worked with since.')
      },
    }),
  )
  return {
    pending: accept.isPending || reject.isPending,
    last,
    accept: async ({ id, version, kind }: Decidable, action?: Action) => {
      const decided = await accept.mutateAsync({ id, version, action })
      setLast(decided)
      tellWithUndo(`${ACTION_DONE[kind]}.`, () => undo.mutate(decided))
    },
    reject: async ({ id, version }: Decidable) => {
      await reject.mutateAsync({ id, version })
      setLast(null)
      tell('Rejected. The assistant learns from it.')
    },
    undo: ({ id, version }: Decided) => undo.mutate({ id, version }),
  }
}
