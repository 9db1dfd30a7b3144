import { Temporal } from 'temporal-polyfill/implementation'

export const VIEWS = ['my_day', 'overdue', 'upcoming', 'waiting', 'snoozed', 'done'] as const
export type View = (typeof VIEWS)[number]

/** What the views depend on besides the tasks: who looks, when, and where their day begins and ends. */
export type Looking = { userId: string; now: Date; today: string; tomorrowAt: Date }

export function lookingAt(now: Date, timeZone: string, userId: string): Looking {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  const tomorrow = today.add({ days: 1 }).toZonedDateTime(timeZone)
  return { userId, now, today: today.toString(), tomorrowAt: new Date(tomorrow.epochMilliseconds) }
}

export type Viewed = {
  dueOn: string | null
  dueAt: Date | null
  doneAt: Date | null
  snoozedUntil: Date | null
  assigneeId: string | null
  isWaiting: boolean
}

/**
 * The one view a task belongs to. What is late is everybody's; what is due today, or whose snooze is over, is in the day
 * of whoever has it, and of everybody where nobody has it. What waits for somebody else waits until then.
 * `db/queries/task-views.ts` says the same to the database; a test holds them together.
 */
export function viewOf(task: Viewed, looking: Looking): View {
  const { now, userId } = looking
  if (task.doneAt) return 'done'
  if (task.snoozedUntil && task.snoozedUntil > now) return 'snoozed'
  const due = dueness(task, looking)
  if (due === 'late') return 'overdue'
  const isMine = task.assigneeId === null || task.assigneeId === userId
  if (isMine && (due === 'today' || task.snoozedUntil)) return 'my_day'
  return task.isWaiting ? 'waiting' : 'upcoming'
}

function dueness({ dueOn, dueAt }: Viewed, { now, today, tomorrowAt }: Looking): 'late' | 'today' | 'later' {
  if (dueAt) return dueAt < now ? 'late' : dueAt < tomorrowAt ? 'today' : 'later'
  if (dueOn === null || dueOn > today) return 'later'
  return dueOn === today ? 'today' : 'late'
}

export type Reminding = {
  remindAt: Date | null
  remindedAt: Date | null
  doneAt: Date | null
  archivedAt: Date | null
  snoozedUntil: Date | null
}

/** Whether it is time to remind of a task: once, not of one that is done, and of one that sleeps only when it wakes. */
export function isReminderDue(task: Reminding, now: Date): boolean {
  const { remindAt, remindedAt, doneAt, archivedAt, snoozedUntil } = task
  if (!remindAt || remindedAt || doneAt || archivedAt) return false
  return remindAt <= now && (snoozedUntil === null || snoozedUntil <= now)
}
