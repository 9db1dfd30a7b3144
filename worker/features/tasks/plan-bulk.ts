import type { z } from 'zod'
import { membersOf } from '../../../db/queries/members.ts'
import { joined } from '../../../db/queries/plan.ts'
import { tasksByIds } from '../../../db/queries/tasks.ts'
import type { Task } from '../../../db/schema/tasks.ts'
import { type Columns, columnsOf, isSame } from '../../kernel/columns.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { writingOf } from '../fields/rules/read-text.ts'
import { type FieldFace, readValue } from '../fields/rules/read-value.ts'
import { planDiscards } from '../views/bulk/plan-values.ts'
import type { BulkNeeds, BulkPlan } from '../views/bulk/planned.ts'
import { knownAssignee, zoneAmong } from './assignee.ts'
import { columnsAfter } from './change-task.ts'
import { ticked } from './check-task.ts'
import { ChangeTask, type TaskBulk } from './input.ts'
import { planAssigned } from './plan-assigned.ts'

type Change = z.infer<typeof TaskBulk>
const LABELS = { dueOn: 'the day', assigneeId: 'who has', priority: 'Priority', isWaiting: 'Waits' } as const

/** One change of many tasks, each as if it were made by hand: repeats go on, whoever is given one is told. */
export async function planTasks(needs: BulkNeeds, rows: Columns[], change: Change): Promise<BulkPlan> {
  if (change.kind === 'discard') return planDiscards(needs, 'task', rows)
  const tasks = await tasksByIds(
    needs.db,
    needs.officeId,
    rows.map(({ id }) => String(id)),
  )
  const rowOf = (task: Task) => rows.find(({ id }) => id === task.id) ?? {}
  return change.kind === 'done' ? allTicked(needs, tasks, rowOf) : valued(needs, tasks, rowOf, change)
}

async function allTicked(needs: BulkNeeds, tasks: Task[], rowOf: (task: Task) => Columns): Promise<BulkPlan> {
  const rows: RowChange[] = []
  for (const task of tasks.filter(({ doneAt }) => doneAt === null)) {
    const { columns, rows: more = [] } = await ticked(needs, task)
    const before = rowOf(task)
    rows.push({ table: 'tasks', before, after: { ...before, ...columns } }, ...more)
  }
  return { done: 'Done:', rows }
}

async function valued(
  needs: BulkNeeds,
  tasks: Task[],
  rowOf: (task: Task) => Columns,
  { column, typed }: Extract<Change, { kind: 'value' }>,
): Promise<BulkPlan> {
  const value = await read(needs, column, typed?.trim() ?? '')
  const rows: RowChange[] = []
  const along: ReturnType<typeof planAssigned>[] = []
  const members = await membersOf(needs.directory, needs.officeId)
  for (const task of tasks) {
    const { id, title, version } = task
    const input = { id, version, ...value }
    const assigneeId = input.assigneeId === undefined ? task.assigneeId : input.assigneeId
    const before = rowOf(task)
    if (isSame(before[column] ?? null, columnsOf(value)[column] ?? null)) continue
    rows.push({
      table: 'tasks',
      before,
      after: { ...before, ...columnsAfter(task, input, zoneAmong(members, needs.office, assigneeId)) },
    })
    if (column === 'assigneeId') along.push(planAssigned(needs, { id, title, assigneeId, version: version + 1 }))
  }
  return { done: `Changed ${LABELS[column]} of`, rows, along: joined(...along) }
}

const Value = ChangeTask.pick({ dueOn: true, assigneeId: true, priority: true, isWaiting: true })
type Value = z.infer<typeof Value>

/** What was typed as the value that a task takes; nothing typed is no day, nobody, and does not wait. */
async function read(needs: BulkNeeds, column: keyof Value, typed: string): Promise<Value> {
  if (column === 'assigneeId' && typed) await knownAssignee(needs, typed)
  const readAs = (label: string, kind: 'flag' | 'date') => known(needs, { label, kind, options: [] }, typed)
  if (column === 'isWaiting') return { isWaiting: readAs('Waits', 'flag') === true }
  const value =
    column === 'dueOn' && typed ? readAs('Due on', 'date') : typed || (column === 'priority' ? 'normal' : null)
  const parsed = Value.safeParse({ [column]: value })
  if (!parsed.success) throw new Refusal('invalid', `“${typed}” cannot be written there.`)
  return parsed.data
}

function known({ office, now }: BulkNeeds, face: FieldFace, typed: string) {
  const read = readValue(face, typed, writingOf(office, now()))
  if (!read.ok) throw new Refusal('invalid', read.why)
  return read.value
}
