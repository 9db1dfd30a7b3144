import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kernel/time.ts'
import { toInstant, wallAt } from '../../appointments/rules/time/to-instant.ts'
import type { TimedEvent, Unit } from './steps.ts'

const EXACT_MS = { minute: MINUTE_MS, hour: HOUR_MS } as const
const CALENDAR_DAYS = { day: 1, week: 7 } as const

export type Timing = { event: TimedEvent; amount: number; unit: Unit }
export type Span = { startsAt: number; endsAt: number }

/**
 * When a step is due. “1 day before” is the same time of the clock on the day before, also where clocks are changed in
 * between; “24 hours before” is exact.
 */
export function dueAt({ event, amount, unit }: Timing, { startsAt, endsAt }: Span, timeZone: string): number {
  const from = event === 'reminder' ? startsAt : endsAt
  const times = event === 'reminder' ? -amount : amount
  if (unit === 'minute' || unit === 'hour') return from + times * EXACT_MS[unit]
  return toInstant(timeZone, wallAt(timeZone, from) + times * CALENDAR_DAYS[unit] * DAY_MS)
}
