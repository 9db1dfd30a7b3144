import { useMutation, useQueryClient } from '@tanstack/react-query'
import { server, trpc } from '../../../api.ts'
import { useUndo } from '../../acts/use-undo.ts'
import type { TaskChange } from '../use-tasks.ts'

type Changes = Pick<TaskChange, 'dueOn' | 'assigneeId' | 'priority' | 'isWaiting'>

/** Keeps what was changed of a task in its row; `over` writes over what somebody else made of it meanwhile, knowingly. */
export function useSaveTask({ id, version }: { id: string; version: number }) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const { mutateAsync } = useMutation(
    trpc.tasks.change.mutationOptions({
      onSuccess: tellStep,
      onSettled: () => queryClient.invalidateQueries(trpc.tasks.pathFilter()),
    }),
  )
  return async (changes: Changes, over: boolean) => {
    const seen = over ? (await server.tasks.byId.query({ id })).version : version
    return mutateAsync({ id, version: seen, ...changes })
  }
}
