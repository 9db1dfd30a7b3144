import { DAYS_PER_WEEK, dayNumber, daysInMonth, isLeapYear, weekdayOf } from '../time/calendar.ts'
import type { Day } from './periods.ts'
import type { ByDay, Rule } from './rule.ts'
import { firstWeekOf, weekYearOf } from './weeks.ts'

/**
 * Whether a rule names a day, within the week, month or year that it repeats. All that it says must hold: what RFC 5545
 * calls to expand and to limit comes to the same where each day of the period is asked.
 */
export const isNamed = (rule: Rule, day: Day): boolean =>
  isIn(rule.byMonth, day.month) &&
  isIn(rule.byMonthDay, day.day, daysInMonth(day.year, day.month)) &&
  isIn(rule.byYearDay, yearDayOf(day), daysInYear(day.year)) &&
  isInNamedWeek(rule, day) &&
  (rule.byDay.length === 0 || rule.byDay.some((each) => isNamedWeekday(each, rule, day)))

/** Whether a list names a place, counted from either end of `size` places; an empty list names all. */
const isIn = (list: readonly number[], place: number, size = 0) =>
  list.length === 0 || list.includes(place) || (size > 0 && list.includes(place - size - 1))

const daysInYear = (year: number) => (isLeapYear(year) ? 366 : 365)
const yearDayOf = ({ number, year }: Day) => number - dayNumber(year, 1, 1) + 1

function isNamedWeekday({ weekday, nth }: ByDay, rule: Rule, day: Day): boolean {
  if (weekdayOf(day.number) !== weekday) return false
  if (nth === null) return true
  const isOfMonth = rule.frequency === 'MONTHLY' || rule.byMonth.length > 0
  const place = isOfMonth ? day.day : yearDayOf(day)
  const size = isOfMonth ? daysInMonth(day.year, day.month) : daysInYear(day.year)
  return nth > 0 ? Math.ceil(place / DAYS_PER_WEEK) === nth : Math.ceil((size - place + 1) / DAYS_PER_WEEK) === -nth
}

function isInNamedWeek({ byWeekNo, weekStart }: Rule, { number, year }: Day): boolean {
  if (byWeekNo.length === 0) return true
  const weekYear = weekYearOf(number, year, weekStart)
  const first = firstWeekOf(weekYear, weekStart)
  const weeks = (firstWeekOf(weekYear + 1, weekStart) - first) / DAYS_PER_WEEK
  return isIn(byWeekNo, Math.floor((number - first) / DAYS_PER_WEEK) + 1, weeks)
}
