import { DAY_MS, MINUTE_MS } from '../../../../kernel/time.ts'
import { type Interval, merged } from '../intervals.ts'
import { dayNumberAt, hasDay, toInstant } from '../time/to-instant.ts'
import type { MinuteSpan, OpenHours } from './open-hours.ts'

const DAYS_PER_WEEK = 7
/** The first of 1970 was a Thursday. */
const FIRST_WEEKDAY = 4
/** Hours of a date may run until the end of the next. */
const OVERNIGHT_DAYS = 1
/** By how much further one looks for the start of hours that never end. */
const GROWTH = 8

/** The hours that touch a stretch of time, as merged intervals. They are whole: none is cut at `from` or at `until`. */
function windowsIn(open: OpenHours, from: number, until: number): Interval[] {
  const last = dayNumberAt(open.timeZone, until)
  const windows: Interval[] = []
  for (let day = dayNumberAt(open.timeZone, from) - OVERNIGHT_DAYS - 1; day <= last; day += 1) {
    const spans = spansOn(open, day)
    if (spans.length === 0 || !hasDay(open.timeZone, day)) continue
    for (const span of spans) windows.push(windowOf(open.timeZone, day, span))
  }
  return merged(windows)
}

function spansOn(open: OpenHours, day: number): readonly MinuteSpan[] {
  const weekday = (((day + FIRST_WEEKDAY) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK
  return open.dates.get(day) ?? open.weekly[weekday] ?? []
}

const windowOf = (timeZone: string, day: number, { from, until }: MinuteSpan): Interval => ({
  startsAt: toInstant(timeZone, day * DAY_MS + from * MINUTE_MS),
  endsAt: toInstant(timeZone, day * DAY_MS + until * MINUTE_MS),
})

/**
 * The hours that touch a stretch of time, as merged intervals that start where they truly start, but need not before
 * `notBefore`. Where the grid of starts begins depends on it: it must not be a matter of the stretch that is looked at.
 */
export function windowsFrom(open: OpenHours, range: { notBefore: number; from: number; until: number }): Interval[] {
  for (let back = DAY_MS; ; back *= GROWTH) {
    const from = Math.max(range.notBefore, range.from - back)
    const windows = windowsIn(open, from, range.until)
    const first = windows.find(({ endsAt }) => endsAt > range.from)
    if (from === range.notBefore || first === undefined || first.startsAt > from) return windows
  }
}
