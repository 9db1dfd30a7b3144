import { DAY_MS } from '../../../../kernel/time.ts'
import { mondayOf } from '../local-days.ts'
import { DAYS_PER_WEEK, dayNumber } from '../time/calendar.ts'

/** How a calendar is looked at; `people` is one day with a column for each person and room. */
export const CALENDAR_VIEWS = ['day', 'week', 'month', 'people'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]

/** A month is shown in whole weeks, and always in as many, so that the page does not jump. */
const WEEKS_OF_MONTH = 6

export const numberOfDay = (date: string): number => Date.parse(date) / DAY_MS
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** The days that a view shows around a date: one, its week from Monday on, or the weeks of its month. */
export function daysShown(view: CalendarView, on: string): string[] {
  const day = numberOfDay(on)
  if (view === 'day' || view === 'people') return [on]
  const first = view === 'week' ? mondayOf(day) : mondayOf(numberOfDay(`${on.slice(0, 7)}-01`))
  const count = view === 'week' ? DAYS_PER_WEEK : WEEKS_OF_MONTH * DAYS_PER_WEEK
  return Array.from({ length: count }, (_, n) => dateOfDay(first + n))
}

/** The date that a view shows one step further (1) or back (-1); from the 31st to the last day of a shorter month. */
export function shiftedDay(view: CalendarView, on: string, by: 1 | -1): string {
  if (view !== 'month') return dateOfDay(numberOfDay(on) + by * (view === 'week' ? DAYS_PER_WEEK : 1))
  const at = new Date(numberOfDay(on) * DAY_MS)
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + 1 + by]
  const last = dayNumber(year, month + 1, 1) - 1
  return dateOfDay(Math.min(dayNumber(year, month, at.getUTCDate()), last))
}
