import { DAY_MS, MINUTE_MS } from '../../../../kernel/time.ts'
import type { Interval } from '../intervals.ts'
import { startOfDay } from '../local-days.ts'
import { toInstant, wallAt } from '../time/to-instant.ts'
import { numberOfDay } from './days-shown.ts'

/** How many minutes the clock face of a day has, whatever the day really lasts. */
export const DAY_MINUTES = 24 * 60
/** What is shorter is drawn as if it lasted so long, so that it can be read and touched. */
export const LEAST_DRAWN_MINUTES = 20

/** A stretch of a day's column, in minutes of its clock. */
export type Stretch = { from: number; until: number }

/** The day as a stretch of time: 23 or 25 hours where the clocks change. */
export function dayInterval(timeZone: string, date: string): Interval {
  const day = numberOfDay(date)
  return { startsAt: startOfDay(timeZone, day), endsAt: startOfDay(timeZone, day + 1) }
}

/**
 * Where a stretch of time stands in the column of a day, which is one clock face for all days side by side; null when
 * they share no instant. In the night on which an hour comes twice, it may end by the clock before it began: then it is
 * drawn as long as it lasts.
 */
export function stretchOn(timeZone: string, date: string, { startsAt, endsAt }: Interval): Stretch | null {
  const day = dayInterval(timeZone, date)
  if (endsAt <= day.startsAt || startsAt >= day.endsAt) return null
  const midnight = numberOfDay(date) * DAY_MS
  const minuteAt = (at: number) => (wallAt(timeZone, at) - midnight) / MINUTE_MS
  const from = startsAt <= day.startsAt ? 0 : minuteAt(startsAt)
  const byClock = endsAt >= day.endsAt ? DAY_MINUTES : minuteAt(endsAt)
  const lasted = (Math.min(endsAt, day.endsAt) - Math.max(startsAt, day.startsAt)) / MINUTE_MS
  return { from, until: Math.min(byClock > from ? byClock : from + lasted, DAY_MINUTES) }
}

/** The same, at least as tall as can be read; at the end of the day it grows upwards. */
export function drawn({ from, until }: Stretch): Stretch {
  if (until - from >= LEAST_DRAWN_MINUTES) return { from, until }
  const start = Math.min(from, DAY_MINUTES - LEAST_DRAWN_MINUTES)
  return { from: start, until: start + LEAST_DRAWN_MINUTES }
}

/** The instant at a minute of a day's clock; in an hour that is skipped, as much later as it would have been. */
export const instantAt = (timeZone: string, date: string, minute: number): number =>
  toInstant(timeZone, numberOfDay(date) * DAY_MS + minute * MINUTE_MS)

/** A minute of the day on the nearest step of the grid. */
export const snapped = (minute: number, step: number): number =>
  Math.min(Math.max(Math.round(minute / step) * step, 0), DAY_MINUTES)
