import { DAY_MS } from '../../../../kernel/time.ts'
import { DAYS_PER_WEEK, dayNumber, daysInMonth } from '../time/calendar.ts'
import type { Rule } from './rule.ts'
import { firstWeekOf, startOfWeek, weekYearOf } from './weeks.ts'

/** A calendar day and its number, counted from 1970-01-01. */
export type Day = { number: number; year: number; month: number; day: number }

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export function dayNumbered(number: number): Day {
  const date = new Date(number * DAY_MS)
  return { number, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The days of the n-th day, week, month or year of a rule, the one with its start being the first (0). */
export function periodOf(rule: Rule, start: Day, n: number): Day[] {
  const { frequency, weekStart } = rule
  const steps = n * rule.interval
  if (frequency === 'DAILY') return [dayNumbered(start.number + steps)]
  if (frequency === 'WEEKLY')
    return daysFrom(startOfWeek(start.number, weekStart) + steps * DAYS_PER_WEEK, DAYS_PER_WEEK)
  if (frequency === 'YEARLY') return daysOfYear(rule, yearOf(rule, start) + steps)
  const month = start.month - 1 + steps
  return daysOfMonth(start.year + Math.floor(month / MONTHS.length), (month % MONTHS.length) + 1)
}

/** A period that is certainly not after a day, and the nearest such that can be told without looking. */
export function periodBefore(rule: Rule, start: Day, day: Day): number {
  const months = (day.year - start.year) * MONTHS.length + day.month - start.month
  const periods = {
    DAILY: day.number - start.number,
    WEEKLY: (day.number - startOfWeek(start.number, rule.weekStart)) / DAYS_PER_WEEK,
    MONTHLY: months,
    YEARLY: yearOf(rule, day) - yearOf(rule, start),
  }
  return Math.max(0, Math.floor(periods[rule.frequency] / rule.interval))
}

/** Where a rule names weeks, its years are made of whole weeks. */
const yearOf = ({ byWeekNo, weekStart }: Rule, { number, year }: Day) =>
  byWeekNo.length > 0 ? weekYearOf(number, year, weekStart) : year

function daysOfYear({ byWeekNo, weekStart }: Rule, year: number): Day[] {
  if (byWeekNo.length === 0) return MONTHS.flatMap((month) => daysOfMonth(year, month))
  const first = firstWeekOf(year, weekStart)
  return daysFrom(first, firstWeekOf(year + 1, weekStart) - first)
}

const daysFrom = (first: number, count: number) => Array.from({ length: count }, (_, n) => dayNumbered(first + n))

function daysOfMonth(year: number, month: number): Day[] {
  const first = dayNumber(year, month, 1)
  return Array.from({ length: daysInMonth(year, month) }, (_, n) => ({ number: first + n, year, month, day: n + 1 }))
}
