import { isConflict } from '#dialect'
import { membersOf } from '../../../db/queries/members.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit, joined } from '../../../db/queries/plan.ts'
import { dueReminders, markReminded } from '../../../db/queries/reminders.ts'
import type { NewOutboxRow } from '../../../db/schema/jobs.ts'
import type { Task } from '../../../db/schema/tasks.ts'
import type { Ctx, OfficeCtx } from '../../context.ts'
import { outboxRow } from '../../queue/outbox.ts'
import { planNotice } from '../notices/plan-notice.ts'
import { officeContextOf } from '../office/open-office.ts'
import { reminderId } from './rules/reminder-id.ts'

/** How many tasks of one database a sweep reminds of; the next takes the others. */
const REMINDERS_AT_ONCE = 200

/** Reminds of every task in this database whose time has come, whichever office's it is. */
export async function remind(ctx: Ctx, db: Parameters<typeof dueReminders>[0]): Promise<void> {
  for (const task of await dueReminders(db, ctx.now(), REMINDERS_AT_ONCE)) {
    try {
      const needs = await officeContextOf(ctx, task.officeId)
      if (needs) await remindOf(needs, task)
    } catch (error) {
      // The next sweep tries again; until then it holds up neither the other reminders nor the work of other offices.
      ctx.log.fault('task_not_reminded', error, { officeId: task.officeId, taskId: task.id })
    }
  }
}

/**
 * Writes what the members are told, the job of each mail, and that it was done, all or nothing. The jobs' ids are made
 * from the task and the time: of two sweeps at once the second is refused as a whole.
 */
async function remindOf(needs: OfficeCtx, task: Task): Promise<void> {
  const { db, officeId, now, desk, jobs } = needs
  const { id, title, remindAt } = task
  if (!remindAt) return
  const told = await concerned(needs, task)
  const marked = alone((db) => [markReminded(db, officeId, { id, remindAt }, now())])
  const mails: NewOutboxRow[] = told.map((userId) => {
    const job = { kind: 'remind_of_task' as const, taskId: id, userId, remindAtMs: remindAt.getTime() }
    return outboxRow(needs, job, reminderId(job))
  })
  const notices = mails.map(({ id: noticeId }, n) =>
    planNotice(needs, {
      ...{ id: noticeId, userId: told[n] ?? '', kind: 'task_due' },
      ...{ record: 'task', recordId: id, title },
    }),
  )
  const queued = alone((db) => mails.map((row) => insertJob(db, row)))
  try {
    await commit(db, joined(queued, ...notices, marked))
  } catch (error) {
    if (!isConflict(error)) throw error
    // Somebody was reminded of this at this time already: by another sweep, or before the time was set anew.
    return commit(db, marked)
  }
  await jobs.send(mails)
  await desk.announce([...notices.flatMap(({ changes }) => changes), { topic: 'task', ids: [id], by: null }])
}

/** Whoever has the task; where nobody has it, all who could do it. */
async function concerned({ directory, officeId }: OfficeCtx, { assigneeId }: Task): Promise<string[]> {
  const members = await membersOf(directory, officeId)
  const hasIt = members.filter(({ userId }) => userId === assigneeId)
  return (hasIt.length > 0 ? hasIt : members.filter(({ role }) => role !== 'viewer')).map(({ userId }) => userId)
}
