import { and, asc, desc, eq, gt, gte, isNull, lt, or, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'
import { type Appointment, appointments, type NewAppointment } from '../schema/appointments.ts'
import { contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import { activities } from '../schema/timeline.ts'

export const insertAppointment = (db: Db, appointment: NewAppointment) => db.insert(appointments).values(appointment)

export const setAppointment = (
  db: Db,
  officeId: OfficeId,
  id: string,
  fields: Partial<Omit<Appointment, 'officeId' | 'id' | 'version'>>,
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

/** What there is of these, in the trash too: for whoever would make them again. */
export const appointmentsByIds = (db: Db, officeId: OfficeId, ids: readonly string[]) =>
  db
    .select({
      ...{ id: appointments.id, status: appointments.status, cancelReason: appointments.cancelReason },
      ...{ startsAt: appointments.startsAt, endsAt: appointments.endsAt },
    })
    .from(appointments)
    .where(and(eq(appointments.officeId, officeId), isOneOf(appointments.id, ids)))
    .then((rows) => rows)

const withContact = (db: Db) =>
  db
    .select({ appointment: appointments, contactName: contacts.name })
    .from(appointments)
    .leftJoin(contacts, and(eq(contacts.officeId, appointments.officeId), eq(contacts.id, appointments.contactId)))

/** What is asked for and not yet agreed, first; then what lies ahead, by time. */
export async function listAppointments(
  db: Db,
  officeId: OfficeId,
  filter: { contactId: string | null; when?: 'ahead' | 'past'; from: Date; limit: number },
) {
  const isPast = filter.when === 'past'
  const { startsAt } = appointments
  return withContact(db)
    .where(
      and(
        eq(appointments.officeId, officeId),
        isNull(appointments.archivedAt),
        eq(appointments.kind, 'appointment'),
        isPast ? lt(startsAt, filter.from) : or(eq(appointments.status, 'requested'), gte(startsAt, filter.from)),
        filter.contactId ? eq(appointments.contactId, filter.contactId) : undefined,
      ),
    )
    .orderBy(desc(isNull(startsAt)), isPast ? desc(startsAt) : asc(startsAt), asc(appointments.id))
    .limit(filter.limit)
}

/** Nothing lasts longer: so far back it is looked for what reaches into a stretch of time. */
const LONGEST_MS = 31 * DAY_MS

/** What of the desk's shares an instant with [from, to), by its start. */
export async function between(db: Db, officeId: OfficeId, range: { from: Date; to: Date; limit: number }) {
  return withContact(db)
    .where(
      and(
        eq(appointments.officeId, officeId),
        isNull(appointments.archivedAt),
        gt(appointments.deskVersion, 0),
        gte(appointments.startsAt, new Date(range.from.getTime() - LONGEST_MS)),
        lt(appointments.startsAt, range.to),
        gt(appointments.endsAt, range.from),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id))
    .limit(range.limit)
}

export async function appointmentRow(db: Db, officeId: OfficeId, id: string) {
  const [row] = await withContact(db).where(
    and(eq(appointments.officeId, officeId), eq(appointments.id, id), isNull(appointments.archivedAt)),
  )
  return row ?? null
}

/** How many appointments a contact has of each state; which of them lie ahead, and which were cancelled too late. */
export async function countsOf(db: Db, officeId: OfficeId, contactId: string, now: Date) {
  const rows = await db
    .select({
      status: appointments.status,
      startsAt: appointments.startsAt,
      isLate: appointments.isLateCancel,
    })
    .from(appointments)
    .where(
      and(
        eq(appointments.officeId, officeId),
        eq(appointments.contactId, contactId),
        isNull(appointments.archivedAt),
        gt(appointments.deskVersion, 0),
      ),
    )
  return rows.map(({ status, startsAt, isLate }) => ({
    status,
    isLate,
    isComing: (status === 'requested' || status === 'confirmed') && startsAt !== null && startsAt >= now,
    count: 1,
  }))
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

/** The statements that give an appointment its contact, and its lines to the contact's timeline. */
export const attachContact = (db: Db, officeId: OfficeId, id: string, contactId: string) => [
  db
    .update(appointments)
    .set({ contactId, version: sql`${appointments.version} + 1` })
    .where(and(eq(appointments.officeId, officeId), eq(appointments.id, id), isNull(appointments.contactId))),
  db
    .update(activities)
    .set({ contactId })
    .where(and(eq(activities.officeId, officeId), eq(activities.entityId, id), isNull(activities.contactId))),
]
