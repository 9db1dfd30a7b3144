import { Refusal } from '../../../../kernel/refusal.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../kernel/time.ts'
import { dayNumber, daysInMonth, remainder } from './calendar.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?Z$/
const DATE = /^\d{4}-\d\d-\d\d$/
const CLOCK = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/
/** Before it, calendars and clocks were each town's own. */
const FIRST_YEAR = 1600
const MINUTES_PER_HOUR = 60

/** The milliseconds of an instant written as `2026-03-02T09:00:00Z`; `what` it is stands in the refusal of any other text. */
export function instantOf(text: string, what: string): number {
  const day = INSTANT.test(text) ? dayWritten(text) : null
  if (day === null) throw new Refusal('invalid', `${what} is not an instant such as 2026-03-02T09:00:00Z: “${text}”.`)
  const clock = digits(text, 11, 13) * HOUR_MS + digits(text, 14, 16) * MINUTE_MS
  return day * DAY_MS + clock + secondsWritten(text)
}

/** What stands between the minutes and the `Z`, in milliseconds; what is finer is cut off. */
function secondsWritten(text: string): number {
  const fraction = text.length > 20 ? text.slice(20, -1).slice(0, 3).padEnd(3, '0') : ''
  return text.length === 17 ? 0 : digits(text, 17, 19) * SECOND_MS + digits(fraction, 0, fraction.length)
}

/** The number of a calendar day written as `2026-03-02`, counted from 1970-01-01. */
export function dayNumberOf(date: string): number {
  const day = DATE.test(date) ? dayWritten(date) : null
  if (day === null) throw new Refusal('invalid', `This is not a date such as 2026-03-02: “${date}”.`)
  return day
}

function dayWritten(text: string): number | null {
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)]
  const isDay = year >= FIRST_YEAR && day >= 1 && day <= daysInMonth(year, month)
  return isDay ? dayNumber(year, month, day) : null
}

/** The minutes from the midnight of a day to a time written as `09:30`; `24:00` is the next midnight. */
export function minutesOf(clock: string): number {
  if (!CLOCK.test(clock)) throw new Refusal('invalid', `This is not a time of day such as 09:30: “${clock}”.`)
  return digits(clock, 0, 2) * MINUTES_PER_HOUR + digits(clock, 3, 5)
}

/** Cutting a text into pieces to read them costs more than all that a slot costs besides. */
function digits(text: string, from: number, until: number): number {
  let number = 0
  for (let i = from; i < until; i += 1) number = number * 10 + text.charCodeAt(i) - 48
  return number
}

/** Writes instants that follow one another as `Date.toISOString` does, but the day of many of them once. */
export function instantWriter(): (at: number) => string {
  let [day, date] = [Number.NaN, '']
  return (at) => {
    const dayOfIt = Math.floor(at / DAY_MS)
    if (dayOfIt !== day) [day, date] = [dayOfIt, new Date(at).toISOString().slice(0, 11)]
    const time = remainder(at, DAY_MS)
    if (time % MINUTE_MS !== 0) return new Date(at).toISOString()
    return `${date}${twoDigits(Math.floor(time / HOUR_MS))}:${twoDigits((time % HOUR_MS) / MINUTE_MS)}:00.000Z`
  }
}

const twoDigits = (number: number) => (number < 10 ? `0${number}` : `${number}`)
