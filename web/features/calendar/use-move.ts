import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { server, trpc } from '../../api.ts'
import { tellProblem } from '../../ui/toast.ts'
import { whenWords } from './clock-words.ts'
import { type Refused, refusedOf } from './refused.ts'
import { whoseName } from './status-words.ts'
import type { Appointment, Service, Timed } from './types.ts'
import { seenVersion, useAppointmentSteps } from './use-appointment-steps.ts'

export type MoveAsked = {
  appointment: Timed
  startsAt: number
  endsAt: number
  staffIds: string[]
  override: boolean
  timeZone: string
}
export type MoveRefused = Refused & { asked: MoveAsked; now: Appointment | null }

/**
 * Whether what the desk says no to is only meant for customers: notice, horizon and the grid, where nobody else has the
 * time, all work then, and the service has no limits.
 */
export const isForCustomersOnly = (service: Service | null, isClear: boolean) =>
  isClear && service !== null && service.mostPerDay === null && service.mostPerWeek === null

const iso = (at: number) => new Date(at).toISOString()
const withTime = ({ appointment, startsAt, endsAt, staffIds }: MoveAsked): Appointment => ({
  ...appointment,
  ...{ startsAt: iso(startsAt), endsAt: iso(endsAt), staffIds },
})

/** Moves an appointment: at once on the screen, back with what can be done instead when the desk says no. */
export function useMove(): {
  move: (asked: MoveAsked) => void
  refused: MoveRefused | null
  forget: () => void
} {
  const queryClient = useQueryClient()
  const { told, refresh } = useAppointmentSteps()
  const [refused, setRefused] = useState<MoveRefused | null>(null)
  const calendars = trpc.appointments.calendar.pathFilter()
  const { mutate } = useMutation({
    // One after the other, so that it can be moved on before the first move is answered.
    scope: { id: 'move-appointment' },
    mutationFn: ({ appointment: { id, deskVersion }, startsAt, endsAt, staffIds, override, timeZone }: MoveAsked) =>
      server.appointments.move.mutate({
        ...{
          key: crypto.randomUUID(),
          id,
          version: seenVersion({ id, deskVersion }),
          staffIds,
          override,
          timeZone,
        },
        ...{ startsAt: iso(startsAt), endsAt: iso(endsAt) },
      }),
    onMutate: async (asked) => {
      await queryClient.cancelQueries(calendars)
      const before = queryClient.getQueriesData<Appointment[]>(calendars)
      const { id } = asked.appointment
      queryClient.setQueriesData<Appointment[]>(calendars, (shown) =>
        shown?.map((each) => (each.id === id ? withTime(asked) : each)),
      )
      return { before }
    },
    onSuccess: (decided, { appointment, timeZone }) => {
      setRefused(null)
      told(`${whoseName(appointment)} is now ${whenWords(decided.startsAt, timeZone)}.`, decided)
    },
    onError: async (error, asked, result) => {
      for (const [key, shown] of result?.before ?? []) queryClient.setQueryData(key, shown)
      const known = refusedOf(error)
      if (known.why === null) return tellProblem(known.sentence)
      const isOvertaken = known.why === 'overtaken'
      const now = isOvertaken ? await server.appointments.byId.query({ id: asked.appointment.id }) : null
      setRefused({ ...known, asked, now })
    },
    onSettled: refresh,
  })
  return { move: mutate, refused, forget: () => setRefused(null) }
}
