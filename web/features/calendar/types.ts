import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'

type Outputs = inferRouterOutputs<AppRouter>
export type Appointment = Outputs['appointments']['calendar'][number]
/** What is known of members’ other calendars. */
export type Outside = Outputs['appointments']['outsideBusy']
export type Decided = Outputs['appointments']['book']
export type Service = Outputs['services']['list'][number]
export type Resource = Outputs['resources']['list'][number]
export type Status = Appointment['status']
/** One that has its time: a wish has none, and stands nowhere in a calendar. */
export type Timed = Appointment & { startsAt: string; endsAt: string }

export const isTimed = (appointment: Appointment): appointment is Timed =>
  appointment.startsAt !== null && appointment.endsAt !== null
