import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../worker/kernel/time.ts'

export const UNITS = ['minutes', 'hours', 'days'] as const
export type Unit = (typeof UNITS)[number]
/** A length of time as it is written into a form: an empty amount is nothing yet. */
export type Duration = { amount: number | string; unit: Unit }

const MINUTES: Record<Unit, number> = { minutes: 1, hours: HOUR_MS / MINUTE_MS, days: DAY_MS / MINUTE_MS }

/** In the largest unit that leaves no rest; nothing is so many minutes, hours or days as was asked for. */
export function durationOf(minutes: number, nothingIn: Unit = 'minutes'): Duration {
  if (minutes === 0) return { amount: 0, unit: nothingIn }
  const unit = UNITS.toReversed().find((each) => minutes % MINUTES[each] === 0) ?? 'minutes'
  return { amount: minutes / MINUTES[unit], unit }
}

export const minutesIn = ({ amount, unit }: Duration): number => Math.round(Number(amount) * MINUTES[unit])

/** “45 min”, “1 h 30 min”, “2 days”. */
export function inWords(minutes: number): string {
  const { amount, unit } = durationOf(minutes)
  if (unit === 'days') return amount === 1 ? '1 day' : `${amount} days`
  const [hours, rest] = [Math.floor(minutes / MINUTES.hours), minutes % MINUTES.hours]
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ')
}
