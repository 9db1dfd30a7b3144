import { and, asc, eq, isNull, lte, or } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Db } from '../schema/index.ts'
import { type Task, tasks } from '../schema/tasks.ts'

/** Of all offices of a database: the tasks of which somebody is to be reminded now, the longest due first. For the sweep. */
export async function dueReminders(db: Db, now: Date, limit: number): Promise<Task[]> {
  return db
    .select()
    .from(tasks)
    .where(
      and(
        lte(tasks.remindAt, now),
        isNull(tasks.remindedAt),
        isNull(tasks.doneAt),
        isNull(tasks.archivedAt),
        or(isNull(tasks.snoozedUntil), lte(tasks.snoozedUntil, now)),
      ),
    )
    .orderBy(asc(tasks.remindAt))
    .limit(limit)
}

/** The statement that says a reminder was given. It is no change of the task: whoever edits it is not to be refused. */
export const markReminded = (db: Db, officeId: OfficeId, { id, remindAt }: { id: string; remindAt: Date }, at: Date) =>
  db
    .update(tasks)
    .set({ remindedAt: at })
    .where(and(eq(tasks.officeId, officeId), eq(tasks.id, id), eq(tasks.remindAt, remindAt), isNull(tasks.remindedAt)))
