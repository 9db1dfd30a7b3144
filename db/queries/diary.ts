import { and, eq, lt, sql } from 'drizzle-orm'
import { isConflict } from '#dialect'
import type { Deed, Entry, Projected } from '../../worker/kernel/diary.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { appointments } from '../schema/appointments.ts'
import { contacts } from '../schema/contacts.ts'
import { conversations } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { type OutboxRow, outbox } from '../schema/jobs.ts'
import { type ActivityKind, activities } from '../schema/timeline.ts'
import { replaceClaims } from './appointment-claims.ts'
import { alone, commit } from './plan.ts'

const KINDS: Record<Deed, ActivityKind> = {
  requested: 'appointment_requested',
  booked: 'appointment_booked',
  confirmed: 'appointment_confirmed',
  moved: 'appointment_moved',
  cancelled: 'appointment_cancelled',
  arrived: 'appointment_arrived',
  done: 'appointment_done',
  missed: 'appointment_missed',
  reopened: 'appointment_reopened',
}

const isAppointment = (officeId: OfficeId, id: string) =>
  and(eq(appointments.officeId, officeId), eq(appointments.id, id))

/** What the desk says of an appointment, and nobody else writes. */
const deskColumns = (entry: Entry) => ({
  kind: entry.kind,
  serviceId: entry.serviceId,
  staffIds: entry.staffIds,
  resourceIds: entry.resourceIds,
  sessionId: entry.session?.id ?? null,
  startsAt: new Date(entry.startsAt),
  endsAt: new Date(entry.endsAt),
  bufferBeforeMinutes: entry.bufferBeforeMinutes,
  bufferAfterMinutes: entry.bufferAfterMinutes,
  status: entry.status,
  cancelledBy: entry.cancellation?.by ?? null,
  cancelReason: entry.cancellation?.why ?? null,
  cancelledAt: entry.cancellation && new Date(entry.cancellation.at),
  isLateCancel: entry.cancellation?.isLate ?? false,
  deskVersion: entry.version,
})

/** Whom and what the row refers to, as far as that is still there. */
type Parents = { contactId: string | null; conversationId: string | null }

/** The appointment as the desk has it now; an older or a repeated telling of it changes nothing. */
const upsertAppointment = (db: Db, officeId: OfficeId, entry: Entry, parents: Parents) => {
  const { id, title, about } = entry
  const columns = deskColumns(entry)
  const { note, answers, guest, source, createdAt } = about
  const row = { note, answers, guest, source, createdAt: new Date(createdAt), ...parents }
  return db
    .insert(appointments)
    .values({ officeId, id, title, ...row, ...columns })
    .onConflictDoUpdate({
      target: [appointments.officeId, appointments.id],
      // The row's own version counts on as well, so that a member's step on an older state of it is refused.
      set: { ...columns, version: sql`${appointments.version} + 1` },
      setWhere: lt(appointments.deskVersion, entry.version),
    })
}

/** One id for each change of an appointment, however often it is told: its line, and the job that follows from it. */
export const changeJobId = ({ id, version }: Pick<Entry, 'id' | 'version'>) => `${id}.${version}`

const changeJob = (officeId: OfficeId, entry: Entry, now: Date): OutboxRow => ({
  officeId,
  id: changeJobId(entry),
  job: { kind: 'appointment_changed', appointmentId: entry.id, deskVersion: entry.version },
  ...{
    status: 'waiting',
    attempts: 0,
    dueAt: now,
    leasedUntil: null,
    lastError: null,
    createdAt: now,
    finishedAt: null,
  },
})

/**
 * Writes what the desk decided: the appointment, its claims, a line of the timeline and the job that follows, or nothing.
 * `clash`: the database has other claims on that time, of which the desk knows nothing.
 */
export async function project(
  db: Db,
  officeId: OfficeId,
  projected: Projected,
  now: Date,
): Promise<'written' | 'clash'> {
  try {
    await write(db, officeId, projected, now)
    return 'written'
  } catch (error) {
    if (isConflict(error)) return 'clash'
    throw error
  }
}

async function write(db: Db, officeId: OfficeId, { entry, claims, told }: Projected, now: Date): Promise<void> {
  if (!entry)
    return commit(
      db,
      alone((db) => replaceClaims(db, officeId, claims)),
    )
  const parents = await parentsOf(db, officeId, entry)
  if (parents.deskVersion >= entry.version) return
  const { contactId, conversationId } = parents
  const line = told && {
    ...{ officeId, id: changeJobId(entry), contactId, at: new Date(told.at), kind: KINDS[told.deed] },
    ...{ entityId: entry.id, title: entry.title, changes: told.changes, by: told.by },
  }
  const isTold = line !== null && entry.kind === 'appointment'
  await commit(
    db,
    alone((db) => [
      upsertAppointment(db, officeId, entry, { contactId, conversationId }),
      ...replaceClaims(db, officeId, claims),
      ...(isTold ? [db.insert(activities).values(line).onConflictDoNothing()] : []),
      ...(isTold
        ? [
            db
              .insert(outbox)
              .values(changeJob(officeId, entry, now))
              .onConflictDoNothing(),
          ]
        : []),
    ]),
  )
}

/** The contact and conversation that the row has, or shall have unless they are gone, and the version that is there. */
async function parentsOf(db: Db, officeId: OfficeId, { id, about }: Entry): Promise<Parents & { deskVersion: number }> {
  const { contactId, conversationId } = about
  const [[known], [contact], [conversation]] = await Promise.all([
    db.select().from(appointments).where(isAppointment(officeId, id)),
    db
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.officeId, officeId), eq(contacts.id, contactId ?? ''))),
    db
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.officeId, officeId), eq(conversations.id, conversationId ?? ''))),
  ])
  if (known) return known
  return { contactId: contact?.id ?? null, conversationId: conversation?.id ?? null, deskVersion: 0 }
}
