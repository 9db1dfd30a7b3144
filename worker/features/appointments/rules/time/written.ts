import { Refusal } from '../../../../kernel/refusal.ts'
import { DAY_MS } from '../../../../kernel/time.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/
const DATE = /^\d{4}-\d\d-\d\d$/
const CLOCK = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/
/** Before it, calendars and clocks were each town's own. */
const EARLIEST = Date.UTC(1600, 0)
const MINUTES_PER_HOUR = 60
const DAY_IN_MINUTES = 24 * MINUTES_PER_HOUR

/** The milliseconds of an instant written as `2026-03-02T09:00:00Z`; `what` it is stands in the refusal of any other text. */
export function instantOf(text: string, what: string): number {
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN
  // The parser takes February 30th for March 2nd.
  if (at >= EARLIEST && new Date(at).getUTCDate() === Number(text.slice(8, 10))) return at
  throw new Refusal('invalid', `${what} is not an instant such as 2026-03-02T09:00:00Z: “${text}”.`)
}

/** The number of a calendar day written as `2026-03-02`, counted from 1970-01-01. */
export function dayNumberOf(date: string): number {
  const at = DATE.test(date) ? Date.parse(date) : Number.NaN
  if (at >= EARLIEST && new Date(at).getUTCDate() === Number(date.slice(8))) return at / DAY_MS
  throw new Refusal('invalid', `This is not a date such as 2026-03-02: “${date}”.`)
}

/** The minutes from the midnight of a day to a time written as `09:30`; `24:00` is the next midnight. */
export function minutesOf(clock: string): number {
  const [, hours, minutes] = CLOCK.exec(clock) ?? refused(clock)
  return hours === undefined ? DAY_IN_MINUTES : Number(hours) * MINUTES_PER_HOUR + Number(minutes)
}

function refused(clock: string): never {
  throw new Refusal('invalid', `This is not a time of day such as 09:30: “${clock}”.`)
}
