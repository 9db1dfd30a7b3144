import { Refusal } from '../../../../kernel/refusal.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../kernel/time.ts'
import { remainder, weekdayOf } from '../time/calendar.ts'
import { dayNumberAt, toInstant, wallAt } from '../time/to-instant.ts'
import { isNamed } from './is-named.ts'
import { type Day, dayNumbered, periodBefore, periodOf } from './periods.ts'
import type { Rule } from './rule.ts'

/** What becomes of a time that the clocks skip: nothing, or as long after the change. */
export type InGap = 'omit' | 'after'
export type Series = { rule: Rule; start: number; timeZone: string; inGap: InGap }

/** So many days and times are looked at, enough for a daily rule of a thousand years, and then no more. */
const MOST_STEPS = 500_000
const LAST_YEAR = 9999
/** A skipped day may carry a time into the next, and a day may begin before that of UTC. */
const MARGIN_DAYS = 2

/**
 * The instants of a series from its start on, in order, as far as a day after `to`. Those before `from` may be left out,
 * but not where the rule counts. What its rule does not say it has from its start (RFC 5545 3.3.10).
 */
export function* instantsOf({ rule, start, timeZone, inGap }: Series, from: number, to: number): Generator<number> {
  const wall = wallAt(timeZone, start)
  const first = dayNumbered(Math.floor(wall / DAY_MS))
  const whole = completed(rule, first)
  const times = timesOfDay(rule, remainder(wall, DAY_MS))
  const instantOf = (shown: number) => (shown === wall ? start : shownAt(timeZone, shown, inGap))
  const last = dayNumberAt(timeZone, to) + 1
  const near = dayNumbered(dayNumberAt(timeZone, from) - MARGIN_DAYS)
  let [steps, latest] = [0, start - 1]
  for (let n = rule.count === null ? periodBefore(rule, first, near) : 0; ; n += 1) {
    const period = periodOf(whole, first, n)
    const [day] = period
    if (!day || day.number > last || day.year > LAST_YEAR) return
    const instants = chosen(
      rule,
      instantsIn(
        period.filter((each) => isNamed(whole, each)),
        times,
        instantOf,
      ),
    )
    steps += period.length + instants.length
    if (steps > MOST_STEPS) throw new Refusal('too_large', 'This rule repeats for too long to look through all of it.')
    // Two times of which the clocks skip one may be the same instant.
    for (const at of instants) {
      if (at > latest) yield at
      latest = Math.max(latest, at)
    }
  }
}

function shownAt(timeZone: string, wall: number, inGap: InGap): number | null {
  const at = toInstant(timeZone, wall)
  return inGap === 'after' || wallAt(timeZone, at) === wall ? at : null
}

function instantsIn(days: Day[], times: number[], instantOf: (wall: number) => number | null): number[] {
  const instants = days.flatMap(({ number }) => times.map((time) => instantOf(number * DAY_MS + time)))
  return instants.filter((at) => at !== null).sort((a, b) => a - b)
}

/** Those at the places that the rule names, counted from either end of its period. */
const chosen = ({ bySetPos }: Rule, instants: number[]): number[] =>
  bySetPos.length === 0
    ? instants
    : instants.filter((_, n) => bySetPos.includes(n + 1) || bySetPos.includes(n - instants.length))

/** The times of day, from midnight on; what is finer than a second stays as it was at the start. */
function timesOfDay({ byHour, byMinute, bySecond }: Rule, start: number): number[] {
  const or = (list: readonly number[], own: number) => (list.length > 0 ? list : [Math.floor(own)])
  const hours = or(byHour, start / HOUR_MS)
  const minutes = or(byMinute, (start % HOUR_MS) / MINUTE_MS)
  const seconds = or(bySecond, (start % MINUTE_MS) / SECOND_MS)
  const rest = start % SECOND_MS
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) =>
      seconds.map((second) => hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS + rest),
    ),
  )
}

/** A rule with the day of its start where it names none. */
function completed(rule: Rule, { number, month, day }: Day): Rule {
  if (rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length > 0) return rule
  const weekday = { ...rule, byDay: [{ weekday: weekdayOf(number), nth: null }] }
  if (rule.frequency === 'DAILY') return rule
  if (rule.frequency === 'WEEKLY' || rule.byWeekNo.length > 0) return weekday
  const isEachYear = rule.frequency === 'YEARLY' && rule.byMonth.length === 0
  return { ...rule, byMonth: isEachYear ? [month] : rule.byMonth, byMonthDay: [day] }
}
