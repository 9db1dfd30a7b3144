import { DAY_MS } from '../../../../kernel/time.ts'
import { offsetAt } from './offset-at.ts'

/**
 * What the clocks of a zone show at an instant, as the instant at which clocks on UTC show the same. Such a wall time
 * makes days and hours of a zone a matter of arithmetic.
 */
export const wallAt = (timeZone: string, at: number): number => at + offsetAt(timeZone, at)

/**
 * The instant at which the clocks of a zone show a wall time. Where they skip it, as long after the change as it would
 * have been (02:30 becomes 03:30); where they show it twice, the first time.
 */
export function toInstant(timeZone: string, wall: number): number {
  const early = wall - offsetAt(timeZone, wall - DAY_MS)
  const late = wall - offsetAt(timeZone, wall + DAY_MS)
  if (early === late) return early
  const real = [early, late].filter((at) => wallAt(timeZone, at) === wall)
  return real.length > 0 ? Math.min(...real) : early
}

/** Whether the clocks of a zone ever show a wall time. */
export const isShown = (timeZone: string, wall: number): boolean => wallAt(timeZone, toInstant(timeZone, wall)) === wall

/** The number of the calendar day, counted from 1970-01-01, that an instant falls on in a zone. */
export const dayNumberAt = (timeZone: string, at: number): number => Math.floor(wallAt(timeZone, at) / DAY_MS)

/** Whether a zone has a calendar day at all: Samoa went from the 29th to the 31st of December 2011. */
export const hasDay = (timeZone: string, dayNumber: number): boolean =>
  dayNumberAt(timeZone, toInstant(timeZone, dayNumber * DAY_MS)) === dayNumber
