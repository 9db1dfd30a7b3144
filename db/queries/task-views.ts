import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte, not, or, type SQL, sql } from 'drizzle-orm'
import type { Looking, View } from '../../worker/features/tasks/rules/view-of.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import { tasks } from '../schema/tasks.ts'

/** The rule `viewOf` in the database's words. Where a column may be null, the case is asked for by name: null is neither. */
function conditions({ now, today, tomorrowAt, userId }: Looking): Record<View, SQL | undefined> {
  const { doneAt, dueAt, dueOn, snoozedUntil, assigneeId, isWaiting } = tasks
  const sleeps = and(isNotNull(snoozedUntil), gt(snoozedUntil, now))
  const isAwake = and(isNull(doneAt), or(isNull(snoozedUntil), lte(snoozedUntil, now)))
  const isLate = or(and(isNotNull(dueAt), lt(dueAt, now)), and(isNull(dueAt), isNotNull(dueOn), lt(dueOn, today)))
  const isToday = or(
    and(isNotNull(dueAt), gte(dueAt, now), lt(dueAt, tomorrowAt)),
    and(isNull(dueAt), isNotNull(dueOn), eq(dueOn, today)),
  )
  const isNow = or(isToday, isNotNull(snoozedUntil))
  const isMine = or(isNull(assigneeId), eq(assigneeId, userId))
  const isAnothers = and(isNotNull(assigneeId), sql`${assigneeId} <> ${userId}`)
  const isNotLate = or(and(isNotNull(dueAt), gte(dueAt, now)), and(isNull(dueAt), or(isNull(dueOn), gte(dueOn, today))))
  const isNotNow = and(
    isNull(snoozedUntil),
    or(
      and(isNotNull(dueAt), or(lt(dueAt, now), gte(dueAt, tomorrowAt))),
      and(isNull(dueAt), or(isNull(dueOn), sql`${dueOn} <> ${today}`)),
    ),
  )
  const comesLater = and(isAwake, isNotLate, or(isAnothers, isNotNow))
  return {
    done: isNotNull(doneAt),
    snoozed: and(isNull(doneAt), sleeps),
    overdue: and(isAwake, isLate),
    my_day: and(isAwake, isNotLate, isMine, isNow),
    waiting: and(comesLater, eq(isWaiting, true)),
    upcoming: and(comesLater, not(eq(isWaiting, true))),
  }
}

const living = (officeId: OfficeId) => and(eq(tasks.officeId, officeId), isNull(tasks.archivedAt))

/** The tasks of a view: the day they are due first, then the more urgent; of what is done, the newest first. */
export async function tasksInView(db: Db, officeId: OfficeId, view: View, looking: Looking, limit: number) {
  const byDay = [asc(isNull(tasks.dueOn)), asc(tasks.dueOn), asc(isNull(tasks.dueAt)), asc(tasks.dueAt)]
  const urgency = sql`case when ${tasks.priority} = 'high' then 0 when ${tasks.priority} = 'normal' then 1 else 2 end`
  const order = view === 'done' ? [desc(tasks.doneAt)] : [...byDay, urgency, asc(tasks.createdAt)]
  return db
    .select({ task: tasks, contactName: contacts.name })
    .from(tasks)
    .leftJoin(contacts, and(eq(contacts.officeId, tasks.officeId), eq(contacts.id, tasks.contactId)))
    .where(and(living(officeId), conditions(looking)[view]))
    .orderBy(...order, asc(tasks.id))
    .limit(limit)
}

export type ViewCounts = Record<Exclude<View, 'done'>, number>

/** How many open tasks each view holds. */
export async function countViews(db: Db, officeId: OfficeId, looking: Looking): Promise<ViewCounts> {
  const { my_day, overdue, upcoming, waiting, snoozed } = conditions(looking)
  const of = (condition: SQL | undefined) =>
    sql`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number)
  const [counts] = await db
    .select({
      ...{ my_day: of(my_day), overdue: of(overdue), upcoming: of(upcoming) },
      ...{ waiting: of(waiting), snoozed: of(snoozed) },
    })
    .from(tasks)
    .where(and(living(officeId), isNull(tasks.doneAt)))
  return counts ?? { my_day: 0, overdue: 0, upcoming: 0, waiting: 0, snoozed: 0 }
}
