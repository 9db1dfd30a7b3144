import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'

/** The steps with a file: each says what was done, beside the button that takes it back. */
export function useFileSteps(onDone: () => void = () => undefined) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const told = {
    onSuccess: (step: { actId: string | null; title: string }) => {
      onDone()
      tellStep(step)
    },
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.files.pathFilter()),
        queryClient.invalidateQueries(trpc.contacts.timeline.pathFilter()),
      ]),
  }
  const rename = useMutation(trpc.files.rename.mutationOptions(told))
  const remove = useMutation(trpc.files.remove.mutationOptions(told))
  return {
    rename: (id: string, name: string) => rename.mutate({ id, name }),
    renaming: rename.isPending,
    remove: (id: string) => remove.mutate({ id }),
  }
}
