import type { z } from 'zod'
import { isConflict, isOvertaken } from '#dialect'
import { rowsNow } from '../../../db/queries/acts.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import { taskById } from '../../../db/queries/tasks.ts'
import type { Task } from '../../../db/schema/tasks.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { planAct } from '../acts/plan-act.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import type { TaskStep } from './input.ts'

export type EditNeeds = Pick<
  MemberCtx,
  'db' | 'directory' | 'office' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'
>

/** A step of a member with a task: in words, the columns it writes, and what else changes with it. */
export type Edit = {
  title: string
  columns: Columns
  rows?: RowChange[]
  /** What is written before it, such as a guard, and with it, such as a notice; an undo leaves these alone. */
  before?: Plan
  along?: Plan
}

export const overtaken = () => new Refusal('conflict', 'Somebody changed this task meanwhile. Look again.')

/** The task that the member saw, as it still is. */
export async function seenTask({ db, officeId }: EditNeeds, id: string, version: number): Promise<Task> {
  const task = await taskById(db, officeId, id)
  if (!task) throw notFound('task')
  if (task.version !== version) throw overtaken()
  return task
}

/**
 * Writes a step with the task that was seen, so that it can be taken back. Of two who change the task at once, the second
 * is told to look again.
 */
export async function editTask(needs: EditNeeds, task: Task, edit: Edit): Promise<z.infer<typeof TaskStep>> {
  const { db, officeId, newId, desk, member } = needs
  const { id, version } = task
  const { title, columns, rows = [], before = nothing, along = nothing } = edit
  const row = (await rowsNow(db, officeId, 'tasks', [[id]])).get(id)
  if (!row) throw notFound('task')
  if (row.version !== version) throw overtaken()
  const by = { kind: 'member' as const, userId: member.userId }
  const changes = [{ topic: 'task' as const, ids: [id], by: member.userId }]
  const act = { id: newId(), kind: 'edit' as const, title, record: 'task' as const, recordId: id, by, changes }
  const step = planAct(needs, act, [{ table: 'tasks', before: row, after: { ...row, ...columns } }, ...rows])
  const plan = joined(before, step, along)
  try {
    await commit(db, plan)
  } catch (error) {
    // A conflict: what follows the task was made by somebody else in the same moment.
    throw isOvertaken(error) || isConflict(error) ? overtaken() : error
  }
  await desk.announce(plan.changes)
  return { id, version: version + 1, actId: act.id, title }
}

const nothing = alone(() => [])
