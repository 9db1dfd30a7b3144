import { Refusal } from '../../../kernel/refusal.ts'
import { type InGap, instantsOf } from './recurrence/instants.ts'
import { readRule } from './recurrence/read-rule.ts'
import type { Rule } from './recurrence/rule.ts'
import { checkZone } from './time/offset-at.ts'
import { toInstant } from './time/to-instant.ts'
import { instantOf } from './time/written.ts'

/** Instants are ISO strings with `Z`, the zone is an IANA name. */
export type OccurrencesQuery = {
  /** As iCalendar writes it, such as `FREQ=WEEKLY;BYDAY=MO,TH`, with `RRULE:` before it or not. */
  rule: string
  /** From where the rule counts, and what it takes from there where it says nothing: time of day, weekday, date. */
  start: string
  timeZone: string
  /** Those in [from, to) are returned, and at most so many. */
  from: string
  to: string
  limit: number
  /** A time that the clocks skip: none, and not counted (`omit`), or as long after the change (`after`). */
  inGap?: InGap
}

/**
 * When a rule of repetition (RFC 5545, daily to yearly with all its parts) falls, ascending. It keeps the time that the
 * clocks of the zone show; where they show it twice, the first. Where they skip it RFC 5545 leaves the date out and does
 * not count it, which is right for what comes from elsewhere and so the default; the office's own series, whose dates a
 * customer was told, ask for `after`.
 *
 * The start is one of them only where the rule names it. `UNTIL` belongs to them: a day alone means all of it, and
 * without a `Z` it is on the clocks of the zone.
 *
 * Nothing is returned for an empty range, one that ends before it starts, and a limit of 0. Refused (`Refusal`): what RFC
 * 5545 does not allow, rules that come more often than daily (also as more than 24 times of a day), unknown zones; and as
 * too large, what takes more than half a million days and times to look through. So no rule is endless.
 */
export function occurrences(q: OccurrencesQuery): string[] {
  checkZone(q.timeZone)
  const rule = readRule(q.rule)
  const start = instantOf(q.start, 'The start of the rule')
  const [from, to] = [instantOf(q.from, 'The start of the range'), instantOf(q.to, 'The end of the range')]
  if (!Number.isSafeInteger(q.limit)) throw new Refusal('invalid', 'The limit is not a whole number.')
  if (to <= from || q.limit <= 0) return []
  const end = Math.min(to, endOf(rule, q.timeZone))
  const found: string[] = []
  let count = 0
  for (const at of instantsOf({ rule, start, timeZone: q.timeZone, inGap: q.inGap ?? 'omit' }, from, end)) {
    count += 1
    if (at >= end || count > (rule.count ?? count)) break
    if (at >= from) found.push(new Date(at).toISOString())
    if (found.length === q.limit) break
  }
  return found
}

/** The instant from which on a rule is over. */
function endOf({ until }: Rule, timeZone: string): number {
  if (until === null) return Number.POSITIVE_INFINITY
  return ('instant' in until ? until.instant : toInstant(timeZone, until.wall)) + 1
}
