import { useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tellProblem } from '../../../ui/toast.ts'
import { useUndo } from '../../acts/use-undo.ts'
import { started } from './started.ts'

type Step = { actId: string | null; title: string; total: number | null }

/**
 * What a change of many does afterwards: it is told with its undo, or watched until it has come to its end. Things of
 * other lists may have gone along, so that everything is read anew.
 */
export function useBulkSteps(onDone: () => void) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  return {
    onSuccess: (step: Step) => {
      onDone()
      if (step.actId === null || step.total === null) return tellStep(step)
      started.add(step.actId, step.title)
      return queryClient.invalidateQueries(trpc.acts.pathFilter())
    },
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    onSettled: () =>
      Promise.all(
        [trpc.contacts, trpc.companies, trpc.deals, trpc.tasks, trpc.tags].map((feature) =>
          queryClient.invalidateQueries(feature.pathFilter()),
        ),
      ),
  }
}
