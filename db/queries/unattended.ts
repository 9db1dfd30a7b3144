import { and, asc, count, eq, exists, gt, gte, isNull, not, notExists, or, type SQL, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { appointments } from '../schema/appointments.ts'
import { contacts } from '../schema/contacts.ts'
import { deals, stages } from '../schema/deals.ts'
import { conversations, messages } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { taskLinks, tasks } from '../schema/tasks.ts'

/** `today` is the day in the office's zone. */
export type Moment = { now: Date; today: string }

const one = { one: sql`1` }

// What counts as a next step: an open task that is due today or later, or has no day; an appointment that lies ahead or
// is still to be arranged; a message that waits for our answer.

const openTasks = (db: Db, officeId: OfficeId, { today }: Moment, of: SQL | undefined) =>
  db
    .select(one)
    .from(tasks)
    .where(
      and(
        eq(tasks.officeId, officeId),
        isNull(tasks.doneAt),
        isNull(tasks.archivedAt),
        or(isNull(tasks.dueOn), gte(tasks.dueOn, today)),
        of,
      ),
    )

const linkedTasks = (db: Db, officeId: OfficeId, { today }: Moment, of: SQL | undefined) =>
  db
    .select(one)
    .from(taskLinks)
    .innerJoin(tasks, and(eq(tasks.officeId, officeId), eq(tasks.id, taskLinks.taskId)))
    .where(
      and(
        eq(taskLinks.officeId, officeId),
        isNull(tasks.doneAt),
        isNull(tasks.archivedAt),
        or(isNull(tasks.dueOn), gte(tasks.dueOn, today)),
        of,
      ),
    )

const comingAppointments = (db: Db, officeId: OfficeId, { now }: Moment, of: SQL | undefined) =>
  db
    .select(one)
    .from(appointments)
    .where(
      and(
        eq(appointments.officeId, officeId),
        isNull(appointments.archivedAt),
        isOneOf(appointments.status, ['requested', 'confirmed']),
        or(isNull(appointments.startsAt), gt(appointments.startsAt, now)),
        of,
      ),
    )

/** Who wrote last in the conversation; a draft was not written yet. */
const lastDirection = (db: Db, officeId: OfficeId) =>
  sql`(${db
    .select({ direction: messages.direction })
    .from(messages)
    .where(
      and(
        eq(messages.officeId, officeId),
        eq(messages.conversationId, conversations.id),
        sql`${messages.state} <> 'draft'`,
      ),
    )
    .orderBy(sql`${messages.at} desc`, sql`${messages.id} desc`)
    .limit(1)})`

const awaitsUs = (db: Db, officeId: OfficeId) => sql`coalesce(${lastDirection(db, officeId)}, 'out') = 'in'`

const isLoose = (db: Db, officeId: OfficeId, moment: Moment) =>
  and(
    eq(conversations.officeId, officeId),
    eq(conversations.status, 'open'),
    not(awaitsUs(db, officeId)),
    notExists(openTasks(db, officeId, moment, eq(tasks.conversationId, conversations.id))),
    notExists(openTasks(db, officeId, moment, eq(tasks.contactId, conversations.contactId))),
    notExists(
      linkedTasks(
        db,
        officeId,
        moment,
        and(eq(taskLinks.record, 'conversation'), eq(taskLinks.recordId, conversations.id)),
      ),
    ),
    notExists(comingAppointments(db, officeId, moment, eq(appointments.conversationId, conversations.id))),
    notExists(comingAppointments(db, officeId, moment, eq(appointments.contactId, conversations.contactId))),
  )

/** Open conversations that wait for our answer, of a deal's contact or its own. */
const waitingMessages = (db: Db, officeId: OfficeId, of: SQL | undefined) =>
  db
    .select(one)
    .from(conversations)
    .where(and(eq(conversations.officeId, officeId), eq(conversations.status, 'open'), awaitsUs(db, officeId), of))

const isStalled = (db: Db, officeId: OfficeId, moment: Moment) =>
  and(
    eq(deals.officeId, officeId),
    isNull(deals.archivedAt),
    exists(
      db
        .select(one)
        .from(stages)
        .where(and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId), eq(stages.kind, 'open'))),
    ),
    notExists(linkedTasks(db, officeId, moment, and(eq(taskLinks.record, 'deal'), eq(taskLinks.recordId, deals.id)))),
    notExists(openTasks(db, officeId, moment, eq(tasks.conversationId, deals.conversationId))),
    notExists(openTasks(db, officeId, moment, eq(tasks.contactId, deals.contactId))),
    notExists(comingAppointments(db, officeId, moment, eq(appointments.contactId, deals.contactId))),
    notExists(waitingMessages(db, officeId, eq(conversations.id, deals.conversationId))),
    notExists(waitingMessages(db, officeId, eq(conversations.contactId, deals.contactId))),
  )

/** Open conversations in which we wrote last and nothing follows, the one that is quiet for longest first. */
export async function looseConversations(db: Db, officeId: OfficeId, moment: Moment, limit: number) {
  const { id, subject, intent, contactId, lastMessageAt } = conversations
  return db
    .select({ id, subject, intent, contactId, lastMessageAt, contactName: contacts.name })
    .from(conversations)
    .leftJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, conversations.contactId)))
    .where(isLoose(db, officeId, moment))
    .orderBy(asc(lastMessageAt), asc(id))
    .limit(limit)
}

/** Open deals for which nothing is planned, the one that stands in its stage for longest first. */
export async function stalledDeals(db: Db, officeId: OfficeId, moment: Moment, limit: number) {
  const { id, title, contactId, stageSince, amountMinor, currency } = deals
  return db
    .select({ id, title, contactId, stageSince, amountMinor, currency, contactName: contacts.name })
    .from(deals)
    .leftJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, deals.contactId)))
    .where(isStalled(db, officeId, moment))
    .orderBy(asc(stageSince), asc(id))
    .limit(limit)
}

/** How many there are of both. */
export async function countUnattended(db: Db, officeId: OfficeId, moment: Moment): Promise<number> {
  const [[loose], [stalled]] = await Promise.all([
    db
      .select({ count: count() })
      .from(conversations)
      .where(isLoose(db, officeId, moment)),
    db
      .select({ count: count() })
      .from(deals)
      .where(isStalled(db, officeId, moment)),
  ])
  return (loose?.count ?? 0) + (stalled?.count ?? 0)
}
