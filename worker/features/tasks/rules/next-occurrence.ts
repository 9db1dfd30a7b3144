import { Temporal } from 'temporal-polyfill/implementation'
import type { Repeat } from './repeat.ts'

export type Dates = { dueOn: string | null; dueAt: Date | null; remindAt: Date | null }
type Done = Dates & { repeat: Repeat; doneAt: Date }

/** The calendar day of an instant in a zone. */
export const plainDay = (at: Date, timeZone: string): Temporal.PlainDate => zoned(at, timeZone).toPlainDate()

const zoned = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)

/**
 * When a task that was done comes again, on the clock of `timeZone`, and the repeat it has then. Counted from the day it
 * was due, what was missed meanwhile is left out: the next one is never before the day it was done. A time of day stays,
 * also across summer time, and a reminder keeps its distance.
 */
export function nextOccurrence(task: Done, timeZone: string): Dates & { dueOn: string; repeat: Repeat } {
  const { repeat, dueAt, remindAt } = task
  const doneOn = plainDay(task.doneAt, timeZone)
  const dueOn = task.dueOn === null ? null : Temporal.PlainDate.from(task.dueOn)
  const from = repeat.from === 'due' && dueOn ? dueOn : doneOn
  const next = from === dueOn ? firstNotBefore(from, repeat, doneOn) : stepped(from, repeat, 1)
  const shifted = (at: Date | null, days: number) => at && moved(at, days, timeZone)
  const days = (dueOn ?? doneOn).until(next, { largestUnit: 'day' }).days
  return {
    dueOn: next.toString(),
    dueAt: shifted(dueAt, days),
    remindAt: shifted(remindAt, days),
    repeat: withMeantDay(repeat, from, next),
  }
}

/** The n-th day of the repeat after `from`; a month that is too short ends it on its last day. */
function stepped(from: Temporal.PlainDate, { every, unit, onDay }: Repeat, n: number): Temporal.PlainDate {
  const steps = every * n
  if (unit === 'day') return from.add({ days: steps })
  if (unit === 'week') return from.add({ weeks: steps })
  const month = from.add(unit === 'month' ? { months: steps } : { years: steps })
  return month.with({ day: Math.min(onDay ?? from.day, month.daysInMonth) })
}

const DAYS_AT_MOST = { day: 1, week: 7, month: 31, year: 366 }

function firstNotBefore(from: Temporal.PlainDate, repeat: Repeat, earliest: Temporal.PlainDate): Temporal.PlainDate {
  const behind = from.until(earliest, { largestUnit: 'day' }).days
  // So many steps are certainly not too far, however long ago it was due.
  let n = Math.max(1, Math.floor(behind / (DAYS_AT_MOST[repeat.unit] * repeat.every)))
  let next = stepped(from, repeat, n)
  while (Temporal.PlainDate.compare(next, earliest) < 0) {
    n += 1
    next = stepped(from, repeat, n)
  }
  return next
}

function withMeantDay(repeat: Repeat, from: Temporal.PlainDate, next: Temporal.PlainDate): Repeat {
  const { onDay, ...rest } = repeat
  if (repeat.unit === 'day' || repeat.unit === 'week') return rest
  const meant = onDay ?? from.day
  return next.day === meant ? rest : { ...rest, onDay: meant }
}

function moved(at: Date, days: number, timeZone: string): Date {
  return new Date(zoned(at, timeZone).add({ days }).epochMilliseconds)
}

const NUMBER = /~(\d+)$/

/**
 * The id of the task that follows one in its row. It is made from the other's, so that however often a task is ticked
 * off, and by how many at once, there is one that follows.
 */
export function nextId(id: string): string {
  const number = Number(NUMBER.exec(id)?.[1] ?? 1)
  return `${id.replace(NUMBER, '')}~${number + 1}`
}
