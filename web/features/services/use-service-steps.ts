import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useToldSteps } from '../acts/use-told-steps.ts'

/** What owners do with what can be booked; each step can be taken back. */
export function useServiceSteps(onDone?: () => void) {
  const told = useToldSteps([trpc.services.pathFilter(), trpc.appointments.pathFilter()], onDone)
  return {
    add: useMutation(trpc.services.add.mutationOptions(told)),
    change: useMutation(trpc.services.change.mutationOptions(told)),
    move: useMutation(trpc.services.move.mutationOptions(told)),
    remove: useMutation(trpc.services.remove.mutationOptions(told)),
  }
}
