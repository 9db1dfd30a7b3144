import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kernel/time.ts'
import { toInstant, wallAt } from '../../appointments/rules/time/to-instant.ts'

/** Minutes of the day on the recipient's clock, from the first until before the second; where both are one, there are none. */
export type QuietHours = { fromMinute: number; untilMinute: number }

/** From nine in the evening until eight in the morning. */
export const USUAL_QUIET: QuietHours = { fromMinute: 21 * 60, untilMinute: 8 * 60 }

/** Before the start a reminder of it must leave so much time to be of use. */
const USEFUL_MS = 2 * HOUR_MS
/** So long before the quiet hours that it is through before they begin. */
const BEFORE_MS = 15 * MINUTE_MS

/** The quiet time that an instant lies in, or null. */
export function quietAt(quiet: QuietHours, timeZone: string, at: number): { from: number; until: number } | null {
  const { fromMinute, untilMinute } = quiet
  if (fromMinute === untilMinute) return null
  const wall = wallAt(timeZone, at)
  const today = Math.floor(wall / DAY_MS) * DAY_MS
  const lasts = (fromMinute < untilMinute ? untilMinute - fromMinute : untilMinute + 1440 - fromMinute) * MINUTE_MS
  for (const day of [today - DAY_MS, today]) {
    const begins = day + fromMinute * MINUTE_MS
    if (wall >= begins && wall < begins + lasts)
      return { from: toInstant(timeZone, begins), until: toInstant(timeZone, begins + lasts) }
  }
  return null
}

export type Quiet = QuietHours & { timeZone: string }

/**
 * When something that is due may be sent: outside of the quiet hours. It comes later while two hours are left before the
 * start, else earlier, and else (null) not at all. `notBefore`: when it became known. What has no start comes later.
 */
export function outOfQuietHours(
  due: number,
  quiet: Quiet,
  { startsAt, notBefore }: { startsAt: number | null; notBefore: number },
): number | null {
  const found = quietAt(quiet, quiet.timeZone, due)
  if (!found) return due
  if (startsAt === null || found.until <= startsAt - USEFUL_MS) return found.until
  const earlier = found.from - BEFORE_MS
  return earlier > notBefore ? earlier : null
}
