import { Temporal } from 'temporal-polyfill/implementation'

export type Span = { from: Date; until: Date; offsetMs: number }

const NS_PER_MS = 1_000_000
const dateOf = (at: { epochMilliseconds: number }) => new Date(at.epochMilliseconds)

/** The instant at which a calendar day begins on the clock of the zone. */
export const startOf = (day: string, timeZone: string): Date =>
  dateOf(Temporal.PlainDate.from(day).toZonedDateTime(timeZone))

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** The last so many calendar days up to and with `today`. */
export const lastDays = (today: string, days: number): string[] =>
  Array.from({ length: days }, (_, n) => addDays(today, n - days + 1))

/**
 * The time from the begin of one day up to that of another, in stretches in which the clock of the zone does not change:
 * summer time begins or ends between them.
 */
export function spansOf(fromDay: string, untilDay: string, timeZone: string): Span[] {
  const end = Temporal.PlainDate.from(untilDay).toZonedDateTime(timeZone)
  const spans: Span[] = []
  let at = Temporal.PlainDate.from(fromDay).toZonedDateTime(timeZone)
  while (Temporal.ZonedDateTime.compare(at, end) < 0) {
    const change = at.getTimeZoneTransition('next')
    const next = change && Temporal.ZonedDateTime.compare(change, end) < 0 ? change : end
    spans.push({ from: dateOf(at), until: dateOf(next), offsetMs: at.offsetNanoseconds / NS_PER_MS })
    at = next
  }
  return spans
}

/** The calendar day with this number, counted from the first of 1970. */
export const dayNumbered = (number: number): string => addDays('1970-01-01', number)
