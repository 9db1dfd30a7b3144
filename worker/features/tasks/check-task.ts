import type { z } from 'zod'
import { rowsNow, writeColumns } from '../../../db/queries/acts.ts'
import { hangingOn } from '../../../db/queries/hanging.ts'
import { alone } from '../../../db/queries/plan.ts'
import { linksOfTask } from '../../../db/queries/tasks.ts'
import type { Task } from '../../../db/schema/tasks.ts'
import { columnsOf } from '../../kernel/columns.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { zoneOf } from './assignee.ts'
import { type Edit, type EditNeeds, editTask, seenTask } from './edit-task.ts'
import type { CheckTask, TaskStep } from './input.ts'
import { nextId, nextOccurrence } from './rules/next-occurrence.ts'

/**
 * Ticks a task off, or takes the tick back. One that repeats brings the next with it, in the same write; taking the tick
 * back removes that again, unless somebody has worked with it.
 */
export async function checkTask(
  needs: EditNeeds,
  { id, version, done }: z.infer<typeof CheckTask>,
): Promise<z.infer<typeof TaskStep>> {
  const task = await seenTask(needs, id, version)
  if (done === (task.doneAt !== null))
    throw new Refusal('conflict', done ? 'This task is done already.' : 'This task is open already.')
  return editTask(needs, task, done ? await ticked(needs, task) : await unticked(needs, task))
}

/** What ticking a task off does: its line in the timeline, and the next one where it repeats. */
export async function ticked(needs: EditNeeds, task: Task): Promise<Edit> {
  const at = needs.now()
  return {
    title: `Done: ${task.title}`,
    columns: columnsOf({ doneAt: at, snoozedUntil: null }),
    rows: [...timelineLine(needs, task, at), ...(await following(needs, task, at))],
  }
}

function timelineLine({ newId, member }: EditNeeds, { id, contactId, title }: Task, at: Date): RowChange[] {
  if (contactId === null) return []
  const by = { kind: 'member' as const, userId: member.userId }
  const line = { id: newId(), contactId, companyId: null, at, kind: 'task_done', entityId: id, title, changes: [], by }
  return [{ table: 'activities', before: null, after: columnsOf(line) }]
}

/** The next task of the row, with the same links. None where one follows already, be it in the trash. */
async function following(needs: EditNeeds, task: Task, doneAt: Date): Promise<RowChange[]> {
  const { db, officeId } = needs
  const { repeat } = task
  if (!repeat) return []
  const id = nextId(task.id)
  if ((await rowsNow(db, officeId, 'tasks', [[id]])).size > 0) return []
  const dates = nextOccurrence({ ...task, repeat, doneAt }, await zoneOf(needs, task.assigneeId))
  const links = await linksOfTask(db, officeId, task.id)
  const next = {
    ...task,
    ...{ id, ...dates, seriesId: task.seriesId ?? task.id, version: 1, createdAt: doneAt },
    ...{ doneAt: null, isWaiting: false, snoozedUntil: null, remindedAt: null },
    checklist: task.checklist.map((item) => ({ ...item, isDone: false })),
  }
  return [
    { table: 'tasks', before: null, after: columnsOf(next) },
    ...links.map((link) => ({ table: 'taskLinks' as const, before: null, after: { taskId: id, ...link } })),
  ]
}

async function unticked({ db, officeId }: EditNeeds, task: Task): Promise<Edit> {
  const edit = { title: `Opened “${task.title}” again`, columns: { doneAt: null } }
  const id = nextId(task.id)
  const row = (await rowsNow(db, officeId, 'tasks', [[id]])).get(id)
  const isUntouched = row?.version === 1 && row.remindedAt === null && row.archivedAt === null
  if (!task.repeat || !row || !isUntouched) return edit
  const hanging = (await hangingOn(db, officeId, 'tasks', [id])).filter(({ table }) => table !== 'taskLinks')
  if (hanging.length > 0) return edit
  const links = await linksOfTask(db, officeId, id)
  // Whoever works with the next one in this very moment keeps it, and this is refused.
  const guard = { table: 'tasks' as const, key: [id], columns: { version: 1 }, readVersion: 1 }
  return {
    ...edit,
    before: alone((db) => [writeColumns(db, officeId, guard)]),
    rows: [
      ...links.map((link) => ({ table: 'taskLinks' as const, before: { officeId, taskId: id, ...link }, after: null })),
      { table: 'tasks', before: row, after: null },
    ],
  }
}
