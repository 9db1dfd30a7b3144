import type { z } from 'zod'
import { listAppointments as rows } from '../../../db/queries/appointments.ts'
import type { OfficeCtx } from '../../context.ts'
import type { AppointmentShown, ListAppointments } from './input.ts'

const LIST_LIMIT = 200

/** What customers ask for and is not agreed yet, then what lies ahead. */
export async function listAppointments(
  needs: Pick<OfficeCtx, 'db' | 'officeId' | 'now'>,
  input: z.infer<typeof ListAppointments>,
): Promise<z.infer<typeof AppointmentShown>[]> {
  const filter = { ...input, from: needs.now(), limit: LIST_LIMIT }
  const found = await rows(needs.db, needs.officeId, filter)
  return found.map(({ appointment, contactName }) => ({ ...appointment, contactName }))
}
