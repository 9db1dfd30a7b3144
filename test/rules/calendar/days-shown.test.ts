import { describe, expect, it } from 'vitest'
import { daysShown, shiftedDay } from '../../../worker/features/appointments/rules/calendar/days-shown.ts'

describe('the days of a view', () => {
  it.each([
    ['day', '2026-11-30', 1, '2026-11-30', '2026-11-30'],
    ['people', '2026-11-30', 1, '2026-11-30', '2026-11-30'],
    ['week', '2026-11-29', 7, '2026-11-23', '2026-11-29'],
    ['week', '2026-11-30', 7, '2026-11-30', '2026-12-06'],
    ['month', '2026-11-15', 42, '2026-10-26', '2026-12-06'],
    ['month', '2026-06-01', 42, '2026-06-01', '2026-07-12'],
  ] as const)('of a %s around %s are %i, from %s to %s', (view, on, count, first, last) => {
    const days = daysShown(view, on)
    expect([days.length, days[0], days.at(-1)]).toEqual([count, first, last])
    expect(days).toContain(on)
  })

  it.each([
    ['day', '2026-12-31', 1, '2027-01-01'],
    ['people', '2026-03-01', -1, '2026-02-28'],
    ['week', '2026-12-31', 1, '2027-01-07'],
    ['month', '2026-01-31', 1, '2026-02-28'],
    ['month', '2026-01-15', -1, '2025-12-15'],
    ['month', '2028-01-31', 1, '2028-02-29'],
  ] as const)('move on by a %s from %s (%i) to %s', (view, on, by, to) => expect(shiftedDay(view, on, by)).toBe(to))
})
