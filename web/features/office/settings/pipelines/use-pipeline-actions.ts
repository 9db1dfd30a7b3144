import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../../api.ts'
import { sentenceOf } from '../../../../problem.ts'
import { tellProblem } from '../../../../ui/toast.ts'
import { useUndo } from '../../../acts/use-undo.ts'

/** What owners do with pipelines, stages and reasons; each step can be taken back. */
export function usePipelineActions() {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const settled = {
    onSuccess: tellStep,
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    onSettled: () =>
      Promise.all([trpc.pipelines, trpc.deals].map((of) => queryClient.invalidateQueries(of.pathFilter()))),
  }
  const { pipelines } = trpc
  return {
    addPipeline: useMutation(pipelines.add.mutationOptions(settled)).mutate,
    renamePipeline: useMutation(pipelines.rename.mutationOptions(settled)).mutate,
    movePipeline: useMutation(pipelines.move.mutationOptions(settled)).mutate,
    removePipeline: useMutation(pipelines.remove.mutationOptions(settled)).mutate,
    addStage: useMutation(pipelines.addStage.mutationOptions(settled)).mutate,
    changeStage: useMutation(pipelines.changeStage.mutationOptions(settled)).mutate,
    moveStage: useMutation(pipelines.moveStage.mutationOptions(settled)).mutate,
    removeStage: useMutation(pipelines.removeStage.mutationOptions(settled)).mutate,
    addReason: useMutation(pipelines.addReason.mutationOptions(settled)).mutate,
    renameReason: useMutation(pipelines.renameReason.mutationOptions(settled)).mutate,
    moveReason: useMutation(pipelines.moveReason.mutationOptions(settled)).mutate,
    removeReason: useMutation(pipelines.removeReason.mutationOptions(settled)).mutate,
  }
}
