import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from './use-undo.ts'

/** What every step does afterwards: it is told beside the button that takes it back, and what shows it is read anew. */
export function useToldSteps(stale: readonly { queryKey: QueryKey }[], onDone: () => void = () => undefined) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  return {
    onSuccess: (step: { actId: string | null; title: string }) => {
      onDone()
      tellStep(step)
    },
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    onSettled: () => Promise.all(stale.map(({ queryKey }) => queryClient.invalidateQueries({ queryKey }))),
  }
}
