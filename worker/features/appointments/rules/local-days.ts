import { DAY_MS } from '../../../kernel/time.ts'
import { toInstant } from './time/to-instant.ts'

const DAYS_IN_A_WEEK = 7
/** 1970-01-01 was a Thursday. */
const DAYS_SINCE_MONDAY = 3

/** The Monday of the week in which a day lies; both are counted from 1970-01-01. */
export const mondayOf = (day: number): number => day - ((day + DAYS_SINCE_MONDAY) % DAYS_IN_A_WEEK)

/** The first instant of a day in a zone; where it has no midnight, whatever comes first. */
export const startOfDay = (timeZone: string, day: number): number => toInstant(timeZone, day * DAY_MS)
