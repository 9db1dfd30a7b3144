import type { AppointmentStatus } from '../../../kernel/diary.ts'

export const MARKS = ['confirmed', 'arrived', 'done', 'no_show'] as const
export type Mark = (typeof MARKS)[number]

/** Only once it has begun can it be over, or nobody have come. */
const ONCE_BEGUN: readonly Mark[] = ['done', 'no_show']

/**
 * Whether an appointment may be marked so. What took place, or did not, may be corrected at any time; what was called
 * off cannot: its time may be another's, so it has to be booked again.
 */
export function mayMark(
  now: number,
  { status, startsAt }: { status: AppointmentStatus; startsAt: number },
  mark: Mark,
): { ok: true } | { ok: false; why: 'not_possible' | 'not_yet' } {
  if (status === 'cancelled' || status === mark) return { ok: false, why: 'not_possible' }
  if (status === 'requested' && mark !== 'confirmed') return { ok: false, why: 'not_possible' }
  if (ONCE_BEGUN.includes(mark) && now < startsAt) return { ok: false, why: 'not_yet' }
  return { ok: true }
}

/** Until when the customer may move or cancel it, in epoch milliseconds. */
export const cutOffOf = ({ startsAt }: { startsAt: number }, { cutOffMinutes }: { cutOffMinutes: number }) =>
  startsAt - cutOffMinutes * 60_000
