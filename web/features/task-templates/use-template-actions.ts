import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useToldSteps } from '../acts/use-told-steps.ts'

/** What owners do with templates, and a task made of one; each step can be taken back. */
export function useTemplateActions() {
  const told = useToldSteps([trpc.taskTemplates.pathFilter()])
  const made = useToldSteps([
    trpc.tasks.pathFilter(),
    trpc.contacts.timeline.pathFilter(),
    trpc.unattended.pathFilter(),
  ])
  return {
    add: useMutation(trpc.taskTemplates.add.mutationOptions(told)).mutate,
    change: useMutation(trpc.taskTemplates.change.mutationOptions(told)).mutate,
    remove: useMutation(trpc.taskTemplates.remove.mutationOptions(told)).mutate,
    use: useMutation(trpc.taskTemplates.use.mutationOptions(made)).mutate,
  }
}
