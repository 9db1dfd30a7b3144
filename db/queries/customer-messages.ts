import { and, asc, desc, eq, gt, lte } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { MessageState } from '../../worker/features/customer-messages/rules/delivery.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { appointments } from '../schema/appointments.ts'
import { type CustomerMessage, customerMessages, type NewCustomerMessage } from '../schema/customer-messages.ts'
import type { Db } from '../schema/index.ts'
import { outbox } from '../schema/jobs.ts'
import { activities, type NewActivity } from '../schema/timeline.ts'
import { insertJob } from './outbox.ts'

const isMessage = (officeId: OfficeId, id: string) =>
  and(eq(customerMessages.officeId, officeId), eq(customerMessages.id, id))
const isIn = (states: readonly MessageState[]) => isOneOf(customerMessages.state, states)

// ── Statements, for plans ────────────────────────────────────────────────────

/** One that is there already stays as it is. */
export const insertCustomerMessage = (db: Db, message: NewCustomerMessage) =>
  db.insert(customerMessages).values(message).onConflictDoNothing()

/** The job that sends it, once for each message: another telling of the same change leaves no second one. */
export const insertSendJob = (db: Db, row: Parameters<typeof insertJob>[1]) => insertJob(db, row).onConflictDoNothing()

export const removePlannedMessage = (db: Db, officeId: OfficeId, id: string) =>
  db.delete(customerMessages).where(and(isMessage(officeId, id), isIn(['planned'])))

/** Plans it for this time, anew where it was left out. What went out already stays as it is. */
export const planCustomerMessage = (db: Db, officeId: OfficeId, id: string, due: Date) =>
  db
    .update(customerMessages)
    .set({ state: 'planned', why: null, dueAt: due })
    .where(and(isMessage(officeId, id), isIn(['planned', 'skipped'])))

/** Moves a message on, if it is in one of these states; answers no row otherwise. */
export const moveCustomerMessage = (
  db: Db,
  officeId: OfficeId,
  id: string,
  from: readonly MessageState[],
  fields: Partial<Omit<CustomerMessage, 'officeId' | 'id' | 'appointmentId'>> & { state: MessageState },
) =>
  db
    .update(customerMessages)
    .set(fields)
    .where(and(isMessage(officeId, id), isIn(from)))
    .returning({ id: customerMessages.id })

export const agreeByMessage = (db: Db, officeId: OfficeId, id: string, at: Date) =>
  db.update(customerMessages).set({ agreedAt: at }).where(isMessage(officeId, id))

/** A line of the timeline that is told once, by its id. */
export const insertLineOnce = (db: Db, line: NewActivity) => db.insert(activities).values(line).onConflictDoNothing()

// ── Questions ────────────────────────────────────────────────────────────────

export async function customerMessageById(db: Db, officeId: OfficeId, id: string): Promise<CustomerMessage | null> {
  const [row] = await db.select().from(customerMessages).where(isMessage(officeId, id))
  return row ?? null
}

/** All that was or will be sent around an appointment, in the order of time. */
export async function customerMessagesOf(db: Db, officeId: OfficeId, appointmentId: string, limit: number) {
  return db
    .select()
    .from(customerMessages)
    .where(and(eq(customerMessages.officeId, officeId), eq(customerMessages.appointmentId, appointmentId)))
    .orderBy(asc(customerMessages.dueAt), asc(customerMessages.id))
    .limit(limit)
}

/** What was due since then and failed, or of which nobody knows, in the whole office; the newest first. */
export async function troubledMessages(db: Db, officeId: OfficeId, since: Date, limit: number) {
  return db
    .select()
    .from(customerMessages)
    .where(and(eq(customerMessages.officeId, officeId), isIn(['failed', 'unknown']), gt(customerMessages.dueAt, since)))
    .orderBy(desc(customerMessages.dueAt), desc(customerMessages.id))
    .limit(limit)
}

/** What the timeline says happened to an appointment, the oldest first. */
export async function linesOfAppointment(db: Db, officeId: OfficeId, appointmentId: string) {
  return db
    .select({ id: activities.id, kind: activities.kind, by: activities.by, at: activities.at })
    .from(activities)
    .where(and(eq(activities.officeId, officeId), eq(activities.entityId, appointmentId)))
    .orderBy(asc(activities.at), asc(activities.id))
}

/** Of all offices of a database: what is to be sent now, the longest due first. For the sweep. */
export async function dueCustomerMessages(db: Db, now: Date, limit: number): Promise<CustomerMessage[]> {
  return db
    .select()
    .from(customerMessages)
    .where(and(eq(customerMessages.state, 'planned'), lte(customerMessages.dueAt, now)))
    .orderBy(asc(customerMessages.dueAt))
    .limit(limit)
}

/** The agreed appointments that lie ahead, a page of them by their ids. */
export async function appointmentsAhead(
  db: Db,
  officeId: OfficeId,
  { now, after, limit }: { now: Date; after: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.officeId, officeId),
        eq(appointments.status, 'confirmed'),
        gt(appointments.startsAt, now),
        gt(appointments.id, after),
      ),
    )
    .orderBy(asc(appointments.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** How often the job of a message was tried, and what went wrong the last time. */
export async function triesOf(db: Db, officeId: OfficeId, jobId: string) {
  const [row] = await db
    .select({ attempts: outbox.attempts, lastError: outbox.lastError })
    .from(outbox)
    .where(and(eq(outbox.officeId, officeId), eq(outbox.id, jobId)))
  return row ?? null
}
