import type { z } from 'zod'
import { taskById, updateTask } from '../../../db/queries/tasks.ts'
import { insertActivity } from '../../../db/queries/timeline.ts'
import type { Task } from '../../../db/schema/tasks.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { ChangeTask, CheckTask, TaskVersion } from './input.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>
type Version = z.infer<typeof TaskVersion>

export const changeTask = (needs: Needs, { id, version, ...fields }: z.infer<typeof ChangeTask>): Promise<Version> =>
  changed(needs, id, version, fields)

/** Ticks a task off, or takes the tick back. */
export async function checkTask(needs: Needs, { id, version, done }: z.infer<typeof CheckTask>): Promise<Version> {
  const { db, officeId, now, newId, member } = needs
  const task = await changed(needs, id, version, { doneAt: done ? now() : null })
  if (done && task.contactId) {
    const by = { kind: 'member' as const, userId: member.userId }
    const { contactId, title } = task
    const kind = 'task_done' as const
    await insertActivity(db, { officeId, id: newId(), contactId, at: now(), kind, entityId: id, title, by })
  }
  return task
}

/** Writes on the version that the member saw, and tells the screens. */
async function changed(
  needs: Needs,
  id: string,
  version: number,
  fields: Partial<Pick<Task, 'title' | 'dueOn' | 'doneAt'>>,
): Promise<Task> {
  const { db, officeId, desk, member } = needs
  if (!(await taskById(db, officeId, id))) throw notFound('task')
  const [task] = await updateTask(db, officeId, id, version, fields)
  if (!task) throw new Refusal('conflict', 'Somebody changed this task meanwhile. Look again.')
  await desk.announce([{ topic: 'task', ids: [id], by: member.userId }])
  return task
}
