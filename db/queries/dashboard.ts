import { and, count, desc, eq, exists, gte, isNull, lt, ne, type SQL, sql, sum } from 'drizzle-orm'
import { dayNumber, isOneOf, later } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { contacts } from '../schema/contacts.ts'
import { deals, pipelines, stages } from '../schema/deals.ts'
import { conversations, messages } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { tasks } from '../schema/tasks.ts'

/** From an instant up to another, without it. */
export type Between = { from: Date; until: Date }
/** A stretch of time in which the clock of the office is so far ahead of UTC. */
export type Span = Between & { offsetMs: number }

const MINUTES_MS = 60_000
/** How soon somebody was answered, the soonest first; minutes. Whoever falls in none waited longer, or still waits. */
const WITHIN = { hour: 60, four_hours: 240, day: 1440 } as const
export const ANSWERS = ['hour', 'four_hours', 'day', 'longer', 'waiting'] as const
export type Answer = (typeof ANSWERS)[number]

const ENQUIRIES = ['lead_quote', 'appointment'] as const
/** What nobody expects an answer to. */
const UNASKED = ['newsletter', 'sales_pitch', 'spam'] as const

/** `group by` the first column: an expression with values is another one each time it is written down. */
const FIRST = sql`1`

const beganIn = (officeId: OfficeId, { from, until }: Between) =>
  and(
    eq(conversations.officeId, officeId),
    gte(conversations.createdAt, from),
    lt(conversations.createdAt, until),
    ne(conversations.status, 'spam'),
  )
const isEnquiry = (officeId: OfficeId, between: Between) =>
  and(beganIn(officeId, between), isOneOf(conversations.intent, ENQUIRIES))

/** How many enquiries came on each day, by the number of the day since 1970. */
export async function enquiriesByDay(
  db: Db,
  officeId: OfficeId,
  span: Span,
): Promise<{ day: number; count: number }[]> {
  return db
    .select({ day: dayNumber(conversations.createdAt, span.offsetMs), count: count() })
    .from(conversations)
    .where(isEnquiry(officeId, span))
    .groupBy(FIRST)
}

const answered = (db: Db, officeId: OfficeId, until?: SQL) =>
  exists(
    db
      .select({ id: messages.id })
      .from(messages)
      .where(
        and(
          eq(messages.officeId, officeId),
          eq(messages.conversationId, conversations.id),
          eq(messages.direction, 'out'),
          ne(messages.state, 'draft'),
          until && sql`${messages.at} <= ${until}`,
        ),
      ),
  )

/** How soon a conversation was first answered. */
function howSoon(db: Db, officeId: OfficeId): SQL<Answer> {
  const within = (minutes: number) => answered(db, officeId, later(conversations.createdAt, minutes * MINUTES_MS))
  return sql<Answer>`(case when ${within(WITHIN.hour)} then 'hour' when ${within(WITHIN.four_hours)} then 'four_hours' when ${within(WITHIN.day)} then 'day' when ${answered(db, officeId)} then 'longer' else 'waiting' end)`
}

/** Conversations that began in this time and were answered, or are open and wait for it. */
const asksForAnswer = (db: Db, officeId: OfficeId, between: Between) =>
  and(
    beganIn(officeId, between),
    sql`coalesce(${conversations.intent}, 'other') not in (${sql.join(
      UNASKED.map((intent) => sql`${intent}`),
      sql`, `,
    )})`,
    sql`(${conversations.status} = 'open' or ${answered(db, officeId)})`,
  )

/** How many conversations were answered how soon. */
export async function answersBySpeed(db: Db, officeId: OfficeId, between: Between) {
  return db
    .select({ answer: howSoon(db, officeId), count: count() })
    .from(conversations)
    .where(asksForAnswer(db, officeId, between))
    .groupBy(FIRST)
}

/** The newest conversations of those that are counted: enquiries, or those that were answered in this time. */
export async function countedConversations(
  db: Db,
  officeId: OfficeId,
  { answer, limit, ...between }: Between & { answer: Answer | null; limit: number },
) {
  const which = answer
    ? and(asksForAnswer(db, officeId, between), sql`${howSoon(db, officeId)} = ${answer}`)
    : isEnquiry(officeId, between)
  const { id, subject, createdAt } = conversations
  return db
    .select({ id, title: subject, at: createdAt, contactName: contacts.name })
    .from(conversations)
    .leftJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, conversations.contactId)))
    .where(which)
    .orderBy(desc(createdAt), desc(id))
    .limit(limit)
}

const amounts = { deals: count(), amountMinor: sum(deals.amountMinor).mapWith(Number) }

/** What stands in each open stage, for each currency by itself. */
export async function openDealsByStage(db: Db, officeId: OfficeId) {
  return db
    .select({
      ...{ pipelineId: stages.pipelineId, pipelineName: pipelines.name, stageId: stages.id, stageName: stages.name },
      ...{ currency: deals.currency, ...amounts },
    })
    .from(deals)
    .innerJoin(stages, and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId)))
    .innerJoin(pipelines, and(eq(pipelines.officeId, officeId), eq(pipelines.id, stages.pipelineId)))
    .where(and(eq(deals.officeId, officeId), isNull(deals.archivedAt), eq(stages.kind, 'open')))
    .groupBy(
      ...[pipelines.position, stages.pipelineId, pipelines.name, stages.position, stages.id, stages.name],
      deals.currency,
    )
    .orderBy(pipelines.position, stages.pipelineId, stages.position, stages.id, deals.currency)
}

const closedIn = (officeId: OfficeId, { from, until }: Between) =>
  and(
    eq(deals.officeId, officeId),
    isNull(deals.archivedAt),
    gte(deals.closedAt, from),
    lt(deals.closedAt, until),
    ne(stages.kind, 'open'),
  )

/** What was won and lost in this time, for each currency by itself. */
export async function closedDeals(db: Db, officeId: OfficeId, between: Between) {
  return db
    .select({ kind: stages.kind, currency: deals.currency, ...amounts })
    .from(deals)
    .innerJoin(stages, and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId)))
    .where(closedIn(officeId, between))
    .groupBy(stages.kind, deals.currency)
    .orderBy(desc(stages.kind), deals.currency)
}

/** The deals that were won, or lost, in this time. */
export async function countedDeals(
  db: Db,
  officeId: OfficeId,
  { kind, limit, ...between }: Between & { kind: 'won' | 'lost'; limit: number },
) {
  const { id, title, closedAt, amountMinor, currency } = deals
  return db
    .select({ id, title, at: closedAt, amountMinor, currency, contactName: contacts.name })
    .from(deals)
    .innerJoin(stages, and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId)))
    .leftJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, deals.contactId)))
    .where(and(closedIn(officeId, between), eq(stages.kind, kind)))
    .orderBy(desc(closedAt), desc(id))
    .limit(limit)
}

export type Due = 'overdue' | 'today' | 'week' | 'later' | 'undated'

/** How many open tasks are due when. Days are `YYYY-MM-DD`; `weekEnd` is the first day after the week. */
export async function openTasksByDue(
  db: Db,
  officeId: OfficeId,
  { today, weekEnd }: Record<'today' | 'weekEnd', string>,
) {
  const due = sql<Due>`case when ${tasks.dueOn} is null then 'undated' when ${tasks.dueOn} < ${today} then 'overdue' when ${tasks.dueOn} = ${today} then 'today' when ${tasks.dueOn} < ${weekEnd} then 'week' else 'later' end`
  return db
    .select({ due, count: count() })
    .from(tasks)
    .where(and(eq(tasks.officeId, officeId), isNull(tasks.doneAt), isNull(tasks.archivedAt)))
    .groupBy(FIRST)
}
