import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useToldSteps } from '../acts/use-told-steps.ts'

/** What an owner does with the messages; each step can be taken back. */
export function useMessageSteps(onDone?: () => void) {
  const told = useToldSteps([trpc.customerMessages.pathFilter()], onDone)
  return {
    save: useMutation(trpc.customerMessages.saveStep.mutationOptions(told)),
    reset: useMutation(trpc.customerMessages.resetStep.mutationOptions(told)),
    addReminder: useMutation(trpc.customerMessages.addReminder.mutationOptions(told)),
    saveSettings: useMutation(trpc.customerMessages.saveSettings.mutationOptions(told)),
  }
}
