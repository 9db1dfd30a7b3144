import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useToldSteps } from '../acts/use-told-steps.ts'

/** What owners do with hours; each step can be taken back. */
export function useHoursSteps(onDone?: () => void) {
  const told = useToldSteps([trpc.hours.pathFilter(), trpc.appointments.pathFilter()], onDone)
  const { hours } = trpc
  return {
    setWeek: useMutation(hours.setWeek.mutationOptions(told)),
    followOffice: useMutation(hours.followOffice.mutationOptions(told)),
    setDate: useMutation(hours.setDate.mutationOptions(told)),
    clearDate: useMutation(hours.clearDate.mutationOptions(told)),
    addTimeOff: useMutation(hours.addTimeOff.mutationOptions(told)),
    removeTimeOff: useMutation(hours.removeTimeOff.mutationOptions(told)),
  }
}
