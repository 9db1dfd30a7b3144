import { plainDay } from './next-occurrence.ts'
import type { Repeat } from './repeat.ts'

export type Due = { dueOn: string | null; dueAt: Date | null }
type Changes = { dueOn?: string | null | undefined; dueAt?: Date | null | undefined }

/**
 * When a task is due after a change. A time brings its own day, on the clock of whoever has the task; another day
 * without a time takes the time away; and where the assignee's clock is another one now, the time stays and its day moves.
 */
export function dueAfter(was: Due, { dueOn, dueAt }: Changes, timeZone: string): Due {
  const keepsDay = dueOn === undefined || dueOn === was.dueOn
  const at = dueAt === undefined ? (keepsDay ? was.dueAt : null) : dueAt
  if (at) return { dueOn: plainDay(at, timeZone).toString(), dueAt: at }
  return { dueOn: dueOn === undefined ? was.dueOn : dueOn, dueAt: null }
}

/** A repeat forgets which day of the month was meant, when somebody moves the task to another day. */
export function repeatAfter(repeat: Repeat | null, hasMoved: boolean): Repeat | null {
  if (!repeat || !hasMoved) return repeat
  const { onDay: _, ...rest } = repeat
  return rest
}
