import { DAY_MS } from '../../../../kernel/time.ts'

export const DAYS_PER_WEEK = 7
/** The first of 1970 was a Thursday. */
const FIRST_WEEKDAY = 4
const DAYS_IN_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const FEBRUARY = 2

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** How many days a month (1 to 12) has; none, when it is not one. */
export const daysInMonth = (year: number, month: number): number =>
  (DAYS_IN_MONTHS[month - 1] ?? 0) + (month === FEBRUARY && isLeapYear(year) ? 1 : 0)

/** The number of a calendar day, counted from 1970-01-01. */
export const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS

/** From Sunday (0) on. */
export const weekdayOf = (day: number): number => remainder(day + FIRST_WEEKDAY, DAYS_PER_WEEK)

/** What is left of a whole number after division, never negative. */
export const remainder = (value: number, by: number): number => ((value % by) + by) % by
