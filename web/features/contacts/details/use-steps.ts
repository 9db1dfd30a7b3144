import { useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tellProblem } from '../../../ui/toast.ts'
import { useUndo } from '../../acts/use-undo.ts'

/** What every small step with a contact does afterwards: it is told with its undo, and what shows it is read anew. */
export function useSteps(onDone: () => void = () => {}) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  return {
    onSuccess: (step: { actId: string | null; title: string }) => {
      onDone()
      tellStep(step)
    },
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    onSettled: () =>
      Promise.all(
        [trpc.contacts, trpc.companies, trpc.relations].map((feature) =>
          queryClient.invalidateQueries(feature.pathFilter()),
        ),
      ),
  }
}
