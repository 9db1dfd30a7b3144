import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tell, tellProblem, tellWithUndo } from '../../ui/toast.ts'
import type { Decided } from './types.ts'

/** What this screen's own steps made of appointments: a next one need not wait until they are read anew. */
const ownVersions = new Map<string, number>()

/** The version that a member has seen: what was read, or what their own last step made of it. */
export const seenVersion = ({ id, deskVersion }: { id: string; deskVersion: number }): number =>
  Math.max(deskVersion, ownVersions.get(id) ?? 0)

/** What every step with an appointment does afterwards: it is told beside the button that takes it back through the desk. */
export function useAppointmentSteps() {
  const queryClient = useQueryClient()
  const refresh = () =>
    Promise.all(
      [trpc.appointments.pathFilter(), trpc.contacts.timeline.pathFilter(), trpc.unattended.pathFilter()].map(
        (filter) => queryClient.invalidateQueries(filter),
      ),
    )
  const takeBack = useMutation(
    trpc.appointments.takeBack.mutationOptions({
      onSuccess: ({ id, version }) => {
        ownVersions.set(id, version)
        tell('Taken back.')
      },
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: refresh,
    }),
  )
  const told = (sentence: string, { id, version }: Pick<Decided, 'id' | 'version'>) => {
    ownVersions.set(id, version)
    tellWithUndo(sentence, id, () => takeBack.mutate({ key: crypto.randomUUID(), id, version }))
  }
  return { refresh, told }
}
