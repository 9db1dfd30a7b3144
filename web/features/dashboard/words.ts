import { addDays } from '../../ui/dates.ts'

const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const inWords = (day: string) => DAY.format(new Date(`${day}T00:00:00Z`))

/** The days of a bar: one, or the first and the last. `until` is the day after. */
export function daysInWords(from: string, until: string): string {
  const last = addDays(until, -1)
  return last <= from ? inWords(from) : `${inWords(from)} to ${inWords(last)}`
}

export const ANSWER_WORDS = {
  hour: 'Within an hour',
  four_hours: 'Within four hours',
  day: 'Within a day',
  longer: 'Later',
  waiting: 'Still waiting',
} as const
