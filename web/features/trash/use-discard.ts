import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'

/** Puts a record into the trash at once, and offers to take that back. */
export function useDiscard(onDone: () => void = () => undefined) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const { mutate, isPending } = useMutation(
    trpc.trash.discard.mutationOptions({
      onSuccess: (step) => {
        onDone()
        tellStep(step)
      },
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => queryClient.invalidateQueries(),
    }),
  )
  return { discard: mutate, discarding: isPending }
}
