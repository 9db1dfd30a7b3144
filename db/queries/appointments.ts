import { and, asc, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { type Appointment, appointments, type NewAppointment } from '../schema/appointments.ts'
import { contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'

export const insertAppointment = (db: Db, appointment: NewAppointment) => db.insert(appointments).values(appointment)

export const setAppointment = (
  db: Db,
  officeId: OfficeId,
  id: string,
  fields: Partial<Pick<Appointment, 'title' | 'service' | 'status' | 'wantedOn' | 'startsAt' | 'endsAt'>>,
) =>
  db
    .update(appointments)
    .set({ ...fields, version: sql`${appointments.version} + 1` })
    .where(and(eq(appointments.officeId, officeId), eq(appointments.id, id)))

export const archiveAppointment = (db: Db, officeId: OfficeId, id: string, at: Date | null) =>
  db
    .update(appointments)
    .set({ archivedAt: at })
    .where(and(eq(appointments.officeId, officeId), eq(appointments.id, id)))

export async function appointmentById(db: Db, officeId: OfficeId, id: string): Promise<Appointment | null> {
  const [row] = await db
    .select()
    .from(appointments)
    .where(and(eq(appointments.officeId, officeId), eq(appointments.id, id), isNull(appointments.archivedAt)))
  return row ?? null
}

/** What is asked for and not yet agreed, first; then what lies ahead, by time. */
export async function listAppointments(
  db: Db,
  officeId: OfficeId,
  filter: { contactId: string | null; from: Date; limit: number },
) {
  return db
    .select({ appointment: appointments, contactName: contacts.name })
    .from(appointments)
    .leftJoin(contacts, and(eq(contacts.officeId, appointments.officeId), eq(contacts.id, appointments.contactId)))
    .where(
      and(
        eq(appointments.officeId, officeId),
        isNull(appointments.archivedAt),
        or(eq(appointments.status, 'requested'), gte(appointments.startsAt, filter.from)),
        filter.contactId ? eq(appointments.contactId, filter.contactId) : undefined,
      ),
    )
    .orderBy(desc(isNull(appointments.startsAt)), asc(appointments.startsAt), asc(appointments.id))
    .limit(filter.limit)
}

/** The contact's next agreed appointment, or null. */
export async function nextAppointment(db: Db, officeId: OfficeId, contactId: string, now: Date) {
  const [row] = await db
    .select()
    .from(appointments)
    .where(
      and(
        eq(appointments.officeId, officeId),
        eq(appointments.contactId, contactId),
        isNull(appointments.archivedAt),
        isOneOf(appointments.status, ['requested', 'confirmed']),
        gte(appointments.startsAt, now),
      ),
    )
    .orderBy(asc(appointments.startsAt))
    .limit(1)
  return row ?? null
}
