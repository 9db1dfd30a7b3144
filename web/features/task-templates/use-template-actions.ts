import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'

/** What owners do with templates, and a task made of one; each step can be taken back. */
export function useTemplateActions() {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const told = {
    onSuccess: tellStep,
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    onSettled: () => queryClient.invalidateQueries(trpc.taskTemplates.pathFilter()),
  }
  const made = {
    ...told,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.tasks.pathFilter()),
        queryClient.invalidateQueries(trpc.contacts.timeline.pathFilter()),
        queryClient.invalidateQueries(trpc.unattended.pathFilter()),
      ]),
  }
  return {
    add: useMutation(trpc.taskTemplates.add.mutationOptions(told)).mutate,
    change: useMutation(trpc.taskTemplates.change.mutationOptions(told)).mutate,
    remove: useMutation(trpc.taskTemplates.remove.mutationOptions(told)).mutate,
    use: useMutation(trpc.taskTemplates.use.mutationOptions(made)).mutate,
  }
}
