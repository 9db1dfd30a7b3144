import { DAY_MS } from '../../../../kernel/time.ts'
import { dayNumber, daysInMonth, remainder, weekdayOf } from '../time/calendar.ts'
import type { Rule } from './rule.ts'

/** A calendar day and its number, counted from 1970-01-01. */
export type Day = { number: number; year: number; month: number; day: number }

const DAYS_PER_WEEK = 7
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export function dayNumbered(number: number): Day {
  const date = new Date(number * DAY_MS)
  return { number, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The days of the n-th day, week, month or year of a rule, the one with its start being the first (0). */
export function periodOf({ frequency, interval, weekStart }: Rule, start: Day, n: number): Day[] {
  const steps = n * interval
  if (frequency === 'DAILY') return [dayNumbered(start.number + steps)]
  if (frequency === 'WEEKLY') {
    const first = startOfWeek(start.number, weekStart) + steps * DAYS_PER_WEEK
    return Array.from({ length: DAYS_PER_WEEK }, (_, day) => dayNumbered(first + day))
  }
  if (frequency === 'YEARLY') return MONTHS.flatMap((month) => daysOfMonth(start.year + steps, month))
  const month = start.month - 1 + steps
  return daysOfMonth(start.year + Math.floor(month / MONTHS.length), (month % MONTHS.length) + 1)
}

/** A period that is certainly not after a day, and the nearest such that can be told without looking. */
export function periodBefore({ frequency, interval, weekStart }: Rule, start: Day, day: Day): number {
  const months = (day.year - start.year) * MONTHS.length + day.month - start.month
  const periods = {
    DAILY: day.number - start.number,
    WEEKLY: (day.number - startOfWeek(start.number, weekStart)) / DAYS_PER_WEEK,
    MONTHLY: months,
    YEARLY: day.year - start.year,
  }
  return Math.max(0, Math.floor(periods[frequency] / interval))
}

const startOfWeek = (day: number, weekStart: number) => day - remainder(weekdayOf(day) - weekStart, DAYS_PER_WEEK)

function daysOfMonth(year: number, month: number): Day[] {
  const first = dayNumber(year, month, 1)
  return Array.from({ length: daysInMonth(year, month) }, (_, n) => ({ number: first + n, year, month, day: n + 1 }))
}
