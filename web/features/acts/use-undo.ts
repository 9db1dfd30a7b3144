import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tell, tellProblem, tellWithUndo } from '../../ui/toast.ts'

const kept = (things: number) =>
  things === 0
    ? 'Taken back.'
    : `Taken back, but for ${things === 1 ? 'one thing' : `${things} things`} that somebody worked with since.`

/** Takes a step back. `tellStep` says what was done, beside the button that does so. */
export function useUndo() {
  const queryClient = useQueryClient()
  const { mutate: undo, isPending } = useMutation(
    trpc.acts.undo.mutationOptions({
      onSuccess: ({ state, kept: things }) =>
        tell(state === 'undone' ? kept(things) : 'This is being taken back. It may take a while.'),
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => queryClient.invalidateQueries(),
    }),
  )
  const tellStep = useCallback(
    ({ actId, title }: { actId: string | null; title: string }) => {
      if (actId !== null) tellWithUndo(`${title}.`, actId, () => undo({ id: actId }))
    },
    [undo],
  )
  return { undo, undoing: isPending, tellStep }
}
