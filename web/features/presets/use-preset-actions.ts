import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'
import type { Stay } from './types.ts'

/** Applying and removing a preset: each is one step with one undo, after which every screen reads anew. */
export function usePresetActions(onDone: (stays: Stay[]) => void) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const options = {
    onSuccess: async (step: { actId: string; title: string; stays: Stay[] }) => {
      await queryClient.invalidateQueries()
      onDone(step.stays)
      tellStep(step)
    },
    onError: (error: unknown) => {
      tellProblem(sentenceOf(error))
      return queryClient.invalidateQueries(trpc.presets.pathFilter())
    },
  }
  const apply = useMutation(trpc.presets.setUp.mutationOptions(options))
  const remove = useMutation(trpc.presets.remove.mutationOptions(options))
  return { apply: apply.mutate, remove: remove.mutate, isPending: apply.isPending || remove.isPending }
}
