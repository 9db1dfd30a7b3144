import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { AppointmentShown, ListAppointments } from './input.ts'
import { listAppointments } from './list-appointments.ts'

export const appointmentsRouter = router({
  list: member
    .input(ListAppointments)
    .output(z.array(AppointmentShown))
    .query(({ ctx, input }) => listAppointments(ctx, input)),
})
