import { alone, commit } from '../../../db/queries/plan.ts'
import { openTimedTasksOf, setDueDay } from '../../../db/queries/tasks.ts'
import type { OfficeCtx } from '../../context.ts'
import { dayIn } from '../../kernel/time.ts'

/** The open tasks of a member that are due at a time are due on its day in the zone in which they work now. */
export async function moveDueDays(
  { db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>,
  userId: string,
  timeZone: string,
): Promise<void> {
  const timed = await openTimedTasksOf(db, officeId, userId)
  const moved = timed.flatMap(({ id, dueAt, dueOn }) => {
    const day = dueAt && dayIn(timeZone, dueAt)
    return dueAt && day && day !== dueOn ? [{ id, dueAt, day }] : []
  })
  if (moved.length === 0) return
  await commit(
    db,
    alone((db) => moved.map((task) => setDueDay(db, officeId, task))),
  )
}
