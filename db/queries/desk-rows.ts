import { and, asc, eq, gt } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { type Appointment, type AppointmentClaim, appointmentClaims, appointments } from '../schema/appointments.ts'
import type { Db } from '../schema/index.ts'

export type DeskRows = { appointments: Appointment[]; claims: AppointmentClaim[] }

/** All that the database knows of what the desk decided: for a desk that has lost it, or never had it. */
export async function deskRows(db: Db, officeId: OfficeId): Promise<DeskRows> {
  const [rows, claims] = await Promise.all([
    db
      .select()
      .from(appointments)
      .where(and(eq(appointments.officeId, officeId), gt(appointments.deskVersion, 0)))
      .orderBy(asc(appointments.startsAt), asc(appointments.id)),
    db
      .select()
      .from(appointmentClaims)
      .where(eq(appointmentClaims.officeId, officeId))
      .orderBy(asc(appointmentClaims.id)),
  ])
  return { appointments: rows, claims }
}
