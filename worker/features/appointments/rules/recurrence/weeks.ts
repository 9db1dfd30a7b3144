import { DAYS_PER_WEEK, dayNumber, remainder, weekdayOf } from '../time/calendar.ts'

/** A week is of the year in which most of its days lie. */
const DAYS_THAT_MAKE_A_WEEK = 4

/** The day on which the week begins that a day is in. */
export const startOfWeek = (day: number, weekStart: number): number =>
  day - remainder(weekdayOf(day) - weekStart, DAYS_PER_WEEK)

/** The day on which the first week of a year begins. */
export function firstWeekOf(year: number, weekStart: number): number {
  const newYear = dayNumber(year, 1, 1)
  const start = startOfWeek(newYear, weekStart)
  return start + DAYS_PER_WEEK - newYear >= DAYS_THAT_MAKE_A_WEEK ? start : start + DAYS_PER_WEEK
}

/**
 * The year to whose weeks a day of a calendar year belongs: its first days may be of the last week of the year before,
 * its last days of the first of the next.
 */
export const weekYearOf = (day: number, year: number, weekStart: number): number =>
  [year + 1, year].find((each) => firstWeekOf(each, weekStart) <= day) ?? year - 1
