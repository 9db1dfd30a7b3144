import { z } from 'zod'
import { SOURCES } from '../../kernel/words.ts'

export const AppointmentShown = z.object({
  id: z.string(),
  title: z.string(),
  service: z.string().nullable(),
  status: z.enum(['requested', 'confirmed', 'done', 'no_show', 'cancelled']),
  wantedOn: z.string().nullable(),
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  conversationId: z.string().nullable(),
  source: z.enum(SOURCES),
})
export const ListAppointments = z.object({ contactId: z.string().meta({ ref: 'contacts' }).nullable().default(null) })
