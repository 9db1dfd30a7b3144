import { Temporal } from 'temporal-polyfill/implementation'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  // The Swedish way to write a date is ISO 8601. One for each zone: to make one takes longer than to use it ten times.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formatters.set(timeZone, made)
  return made
}

/** The calendar day, `YYYY-MM-DD`, on which an instant (epoch milliseconds) falls in a zone. */
export const dayOf = (timeZone: string, at: number): string => formatterOf(timeZone).format(at)

/** The day so many days after another. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** The Monday of the week in which a day lies. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

/** The first instant of a day in a zone, in epoch milliseconds; where it has no midnight, whatever comes first. */
export const startOfDay = (timeZone: string, day: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
