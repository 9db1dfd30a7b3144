import { DAY_MS } from '../../worker/kernel/time.ts'

export const BERLIN = 'Europe/Berlin'

/** A Monday at least two weeks ahead, as a date; no change of the clocks of Berlin lies within its week. */
export function mondayAhead(): string {
  const now = new Date()
  for (let at = now.getTime() + 14 * DAY_MS; ; at += DAY_MS) {
    const day = new Date(at)
    const isChange = (month: number) => day.getUTCMonth() === month && day.getUTCDate() >= 20
    if (day.getUTCDay() === 1 && !isChange(2) && !isChange(9)) return day.toISOString().slice(0, 10)
  }
}
export const MONDAY = mondayAhead()

/** An instant of that Monday's week by the clocks of Berlin: `at('10:00')`, `at('10:00', 1)` on Tuesday. */
export function at(clock: string, daysLater = 0): string {
  const day = new Date(Date.parse(MONDAY) + daysLater * DAY_MS).toISOString().slice(0, 10)
  const utc = Date.parse(`${day}T${clock}:00Z`)
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: BERLIN, dateStyle: 'short', timeStyle: 'medium' }).format(
    utc,
  )
  return new Date(utc - (Date.parse(`${shown.replace(' ', 'T')}Z`) - utc)).toISOString()
}

/** The same hours from Monday to Friday. */
export const weekdays = (start: string, end: string) => [1, 2, 3, 4, 5].map((day) => ({ day, start, end }))
