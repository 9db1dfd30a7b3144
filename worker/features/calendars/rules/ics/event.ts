import { DAY_MS } from '../../../../kernel/time.ts'
import { dayNumberAt, toInstant } from '../../../appointments/rules/time/to-instant.ts'
import { BrokenEvent } from './broken-event.ts'
import { type ContentLine, plainText } from './content-lines.ts'
import { lengthOf, type When, whenOf, whensOf, type Zones } from './date-values.ts'

/** An event as a calendar file has it, before its rule is followed. */
export type CalendarEvent = {
  uid: string
  title: string
  start: When
  /** How long it takes: milliseconds, or days where it is of whole days. */
  length: number
  rule: string | null
  /** What comes besides the rule, and what does not happen although the rule says so. */
  also: When[]
  never: When[]
  /** The date of its series that this stands for, and whether for all later ones too. */
  instead: { of: When; andLater: boolean } | null
  sequence: number
  isCancelled: boolean
  isTentative: boolean
  /** Whether its time can be given to somebody else. */
  isFree: boolean
  line: number
}

const TITLE_LENGTH = 200
const MOST_DATES = 5000

/** The event that these properties are. Throws `BrokenEvent` where it cannot be told when it is. */
export function eventOf(lines: readonly ContentLine[], zones: Zones, line: number): CalendarEvent {
  const all = (name: string) => lines.filter((each) => each.name === name)
  const one = (name: string) => all(name)[0]
  const text = (name: string) => one(name)?.value.trim().toUpperCase() ?? ''
  const from = one('DTSTART')
  if (!from) throw new BrokenEvent('it does not say when it begins')
  if (one('EXRULE')) throw new BrokenEvent('it says EXRULE, which calendars gave up in 2009')
  const rules = all('RRULE')
  if (rules.length > 1) throw new BrokenEvent('it repeats by two rules')
  const start = whenOf(from, zones)
  const also = all('RDATE').flatMap((each) => whensOf(each, zones))
  const never = all('EXDATE').flatMap((each) => whensOf(each, zones))
  if (also.length + never.length > MOST_DATES) throw new BrokenEvent('it names too many dates')
  const instead = one('RECURRENCE-ID')
  return {
    uid: one('UID')?.value.trim() ?? '',
    title: plainText(one('SUMMARY')?.value ?? '').slice(0, TITLE_LENGTH),
    start,
    length: takes(start, one('DTEND'), one('DURATION'), zones),
    rule: rules[0]?.value.trim() ?? null,
    also,
    never,
    instead: instead
      ? { of: whenOf(instead, zones), andLater: instead.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE' }
      : null,
    sequence: Number.parseInt(text('SEQUENCE'), 10) || 0,
    isCancelled: text('STATUS') === 'CANCELLED',
    isTentative: text('STATUS') === 'TENTATIVE' || text('X-MICROSOFT-CDO-BUSYSTATUS') === 'TENTATIVE',
    isFree: text('TRANSP') === 'TRANSPARENT' || text('X-MICROSOFT-CDO-BUSYSTATUS') === 'FREE',
    line,
  }
}

/** By its end, which it does not include, or its length; without either a day, or no time at all. */
function takes(start: When, end: ContentLine | undefined, duration: ContentLine | undefined, zones: Zones): number {
  if (end) {
    const { at } = whenOf(end, zones)
    if (at < start.at) throw new BrokenEvent('it ends before it begins')
    return start.isDay ? Math.max(1, daysBetween(zones.office, start.at, at)) : at - start.at
  }
  const length = duration ? lengthOf(duration.value) : 0
  if (length < 0) throw new BrokenEvent('it ends before it begins')
  return start.isDay ? Math.max(1, Math.ceil(length / DAY_MS)) : length
}

const daysBetween = (timeZone: string, from: number, to: number) =>
  dayNumberAt(timeZone, to) - dayNumberAt(timeZone, from)

/** When it ends if it begins then: a whole day may have 23 hours or 25. */
export function endOf({ start, length }: Pick<CalendarEvent, 'start' | 'length'>, at: number): number {
  if (!start.isDay) return at + length
  return toInstant(start.timeZone, (dayNumberAt(start.timeZone, at) + length) * DAY_MS)
}
