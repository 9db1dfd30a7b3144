import { and, asc, desc, eq, exists, gte, isNotNull, isNull, or } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { searchKey } from '../../worker/kernel/text.ts'
import { contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import { type NewTask, type Task, taskLinks, tasks } from '../schema/tasks.ts'

const isTask = (officeId: OfficeId, id: string) => and(eq(tasks.officeId, officeId), eq(tasks.id, id))

export const insertTask = (db: Db, task: NewTask) =>
  db.insert(tasks).values({ ...task, titleKey: searchKey(task.title) })

/** Says what else a task is about. */
export const linkTask = (db: Db, link: typeof taskLinks.$inferInsert) =>
  db.insert(taskLinks).values(link).onConflictDoNothing()

export const archiveTask = (db: Db, officeId: OfficeId, id: string, at: Date | null) =>
  db.update(tasks).set({ archivedAt: at }).where(isTask(officeId, id))

/** The statement that moves a task to the day of its time, as long as that is its time. */
export const setDueDay = (db: Db, officeId: OfficeId, { id, dueAt, day }: { id: string; dueAt: Date; day: string }) =>
  db
    .update(tasks)
    .set({ dueOn: day })
    .where(and(isTask(officeId, id), eq(tasks.dueAt, dueAt)))

/** The open tasks of a member that are due at a time of a day. */
export const openTimedTasksOf = (db: Db, officeId: OfficeId, userId: string) =>
  db
    .select({ id: tasks.id, dueAt: tasks.dueAt, dueOn: tasks.dueOn })
    .from(tasks)
    .where(
      and(
        eq(tasks.officeId, officeId),
        eq(tasks.assigneeId, userId),
        isNotNull(tasks.dueAt),
        isNull(tasks.doneAt),
        isNull(tasks.archivedAt),
      ),
    )

export async function taskById(db: Db, officeId: OfficeId, id: string): Promise<Task | null> {
  const [row] = await db
    .select()
    .from(tasks)
    .where(and(isTask(officeId, id), isNull(tasks.archivedAt)))
  return row ?? null
}

/** These tasks, as far as they live, in no order. */
export const tasksByIds = (db: Db, officeId: OfficeId, ids: string[]): PromiseLike<Task[]> =>
  db
    .select()
    .from(tasks)
    .where(and(eq(tasks.officeId, officeId), isNull(tasks.archivedAt), isOneOf(tasks.id, ids)))

/** The links of a task to this deal. */
const linksTo = (db: Db, officeId: OfficeId, dealId: string) =>
  db
    .select({ taskId: taskLinks.taskId })
    .from(taskLinks)
    .where(
      and(
        eq(taskLinks.officeId, officeId),
        eq(taskLinks.taskId, tasks.id),
        eq(taskLinks.record, 'deal'),
        eq(taskLinks.recordId, dealId),
      ),
    )

/** Open tasks by day, those without a day last, then what was done since `doneSince`. */
export async function listTasks(
  db: Db,
  officeId: OfficeId,
  filter: { contactId: string | null; dealId?: string | null | undefined; doneSince: Date; limit: number },
) {
  return db
    .select({ task: tasks, contactName: contacts.name })
    .from(tasks)
    .leftJoin(contacts, and(eq(contacts.officeId, tasks.officeId), eq(contacts.id, tasks.contactId)))
    .where(
      and(
        eq(tasks.officeId, officeId),
        isNull(tasks.archivedAt),
        or(isNull(tasks.doneAt), gte(tasks.doneAt, filter.doneSince)),
        filter.contactId ? eq(tasks.contactId, filter.contactId) : undefined,
        filter.dealId ? exists(linksTo(db, officeId, filter.dealId)) : undefined,
      ),
    )
    .orderBy(
      desc(isNull(tasks.doneAt)),
      asc(isNull(tasks.dueOn)),
      asc(tasks.dueOn),
      asc(tasks.createdAt),
      asc(tasks.id),
    )
    .limit(filter.limit)
}

/** What else a task is about. */
export const linksOfTask = (db: Db, officeId: OfficeId, taskId: string) =>
  db
    .select({ record: taskLinks.record, recordId: taskLinks.recordId })
    .from(taskLinks)
    .where(and(eq(taskLinks.officeId, officeId), eq(taskLinks.taskId, taskId)))
    .orderBy(asc(taskLinks.record), asc(taskLinks.recordId))
