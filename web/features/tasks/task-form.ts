import { clockOf, instantOf } from '../../ui/dates.ts'
import type { TaskChange, TaskWhole } from './use-tasks.ts'

export type Item = TaskWhole['checklist'][number]
export type Link = TaskWhole['links'][number]
export type Values = {
  title: string
  dueOn: string
  dueTime: string
  assigneeId: string
  priority: TaskWhole['priority']
  isWaiting: boolean
  unit: '' | 'day' | 'week' | 'month' | 'year'
  every: string
  from: 'due' | 'done'
  remindAt: string
  checklist: Item[]
  contactId: string | null
  links: Link[]
}

/** A task as the fields of its form, on the clock of whoever looks at it. */
export function valuesOf(task: TaskWhole, timeZone: string): Values {
  const { repeat, dueAt, dueOn, remindAt } = task
  const due = dueAt ? clockOf(dueAt, timeZone) : null
  return {
    title: task.title,
    dueOn: due?.slice(0, 10) ?? dueOn ?? '',
    dueTime: due?.slice(11) ?? '',
    assigneeId: task.assigneeId ?? '',
    priority: task.priority,
    isWaiting: task.isWaiting,
    unit: repeat?.unit ?? '',
    every: String(repeat?.every ?? 1),
    from: repeat?.from ?? 'due',
    remindAt: remindAt ? clockOf(remindAt, timeZone) : '',
    checklist: task.checklist,
    contactId: task.contactId,
    links: task.links,
  }
}

const MOST_BETWEEN = 365

export function repeatOf({ unit, every, from }: Values, was: TaskWhole['repeat']): TaskWhole['repeat'] {
  if (unit === '') return null
  const number = Math.min(Math.max(Math.round(Number(every)) || 1, 1), MOST_BETWEEN)
  const isSame = was?.unit === unit && was.every === number && was.from === from
  return isSame ? was : { unit, every: number, from }
}

/** A field knows minutes only: what it shows unchanged stays to the second, or an old reminder would come once more. */
const instantAt = (clock: string, was: string | null, timeZone: string) =>
  was && clockOf(was, timeZone) === clock ? was : instantOf(clock, timeZone)

/** What the form changes of the task that it was opened with. */
export function changeOf(task: TaskWhole, values: Values, timeZone: string): TaskChange {
  const { title, dueOn, dueTime, assigneeId, priority, isWaiting, remindAt, checklist, contactId, links } = values
  return {
    ...{ id: task.id, version: task.version, title, priority, isWaiting, checklist, contactId },
    dueOn: dueOn || null,
    dueAt: dueOn && dueTime ? instantAt(`${dueOn}T${dueTime}`, task.dueAt, timeZone) : null,
    assigneeId: assigneeId || null,
    repeat: repeatOf(values, task.repeat),
    remindAt: remindAt ? instantAt(remindAt, task.remindAt, timeZone) : null,
    links: links.map(({ record, recordId }) => ({ record, recordId })),
  }
}
