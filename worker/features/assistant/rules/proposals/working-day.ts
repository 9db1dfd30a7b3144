import { DAY_MS } from '../../../../kernel/time.ts'

const SATURDAY = 6
const SUNDAY = 0

/** The calendar day so many days after `day`; both are `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The first day after `day` that is neither a Saturday nor a Sunday; both are `YYYY-MM-DD`. */
export function nextWorkingDay(day: string): string {
  const next = dayAfter(day, 1)
  const weekday = new Date(`${next}T00:00:00Z`).getUTCDay()
  return weekday === SATURDAY || weekday === SUNDAY ? nextWorkingDay(next) : next
}
