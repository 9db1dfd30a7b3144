import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wallAt } from '../../../worker/features/appointments/rules/time/to-instant.ts'
import { dueAt } from '../../../worker/features/customer-messages/rules/due-at.ts'
import { outOfQuietHours, quietAt, USUAL_QUIET } from '../../../worker/features/customer-messages/rules/quiet-hours.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../worker/kernel/time.ts'

const BERLIN = 'Europe/Berlin'
const ZONES = [
  BERLIN,
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Havana',
  'Pacific/Apia',
  'UTC',
]
const at = (text: string) => Date.parse(text)
const written = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 16))
const span = (startsAt: string) => ({ startsAt: at(startsAt), endsAt: at(startsAt) + HOUR_MS })

describe('when a step is due', () => {
  it.each([
    ['a day before, on the same clock', 'reminder', 1, 'day', '2026-07-15T08:00Z', '2026-07-14T08:00'],
    [
      'a day before the first day of summer time: 23 hours',
      'reminder',
      1,
      'day',
      '2026-03-29T08:00Z',
      '2026-03-28T09:00',
    ],
    [
      'a day before the last day of summer time: 25 hours',
      'reminder',
      1,
      'day',
      '2026-10-25T09:00Z',
      '2026-10-24T08:00',
    ],
    ['24 hours before is exact', 'reminder', 24, 'hour', '2026-03-29T08:00Z', '2026-03-28T08:00'],
    ['a week before', 'reminder', 1, 'week', '2026-04-01T08:00Z', '2026-03-25T09:00'],
    ['on a clock that was skipped: after the gap', 'reminder', 1, 'day', '2026-03-30T00:30Z', '2026-03-29T01:30'],
    ['half an hour before', 'reminder', 30, 'minute', '2026-07-15T08:00Z', '2026-07-15T07:30'],
    ['a day after the end', 'follow_up', 1, 'day', '2026-07-15T08:00Z', '2026-07-16T09:00'],
    ['two hours after the end', 'missed', 2, 'hour', '2026-07-15T08:00Z', '2026-07-15T11:00'],
  ] as const)('%s', (_, event, amount, unit, startsAt, due) => {
    expect(written(dueAt({ event, amount, unit }, span(startsAt), BERLIN))).toBe(due)
  })

  it('days before show the same clock wherever that clock exists on the day', () => {
    const anyStart = fc.integer({ min: at('2024-01-01T00:00Z') / MINUTE_MS, max: at('2030-01-01T00:00Z') / MINUTE_MS })
    fc.assert(
      fc.property(anyStart, fc.constantFrom(...ZONES), fc.integer({ min: 1, max: 30 }), (minute, zone, amount) => {
        const startsAt = minute * MINUTE_MS
        const due = dueAt({ event: 'reminder', amount, unit: 'day' }, { startsAt, endsAt: startsAt }, zone)
        const aim = wallAt(zone, startsAt) - amount * DAY_MS
        const shown = wallAt(zone, due)
        // Only where the aimed clock does not exist (at most a day is skipped) may it be later.
        expect(shown === aim || (shown > aim && shown <= aim + DAY_MS)).toBe(true)
      }),
    )
  })
})

describe('the quiet hours', () => {
  const quiet = { ...USUAL_QUIET, timeZone: BERLIN }
  it.each([
    ['by day it comes when it is due', '2026-07-15T10:00Z', '2026-07-16T10:00Z', '2026-07-15T10:00'],
    ['at 21:00 it is night', '2026-07-15T19:00Z', '2026-07-16T19:00Z', '2026-07-16T06:00'],
    ['at 20:59 it is not', '2026-07-15T18:59Z', '2026-07-16T18:59Z', '2026-07-15T18:59'],
    ['at 8:00 it is over', '2026-07-15T06:00Z', '2026-07-16T06:00Z', '2026-07-15T06:00'],
    ['later while two hours are left', '2026-07-15T05:00Z', '2026-07-15T08:00Z', '2026-07-15T06:00'],
    ['earlier where they are not', '2026-07-15T05:00Z', '2026-07-15T07:59Z', '2026-07-14T18:45'],
    [
      'and late in the evening, for an appointment of the night',
      '2026-07-15T20:00Z',
      '2026-07-15T22:00Z',
      '2026-07-15T18:45',
    ],
  ])('%s', (_, due, startsAt, sent) => {
    const known = { startsAt: at(startsAt), notBefore: at('2026-07-01T00:00Z') }
    expect(written(outOfQuietHours(at(due), quiet, known))).toBe(sent)
  })

  it('a reminder that became known too late for “earlier” does not come at all', () => {
    const known = { startsAt: at('2026-07-15T07:30Z'), notBefore: at('2026-07-14T20:00Z') }
    expect(outOfQuietHours(at('2026-07-15T05:00Z'), quiet, known)).toBeNull()
  })

  it('what has no start comes when they are over', () => {
    const known = { startsAt: null, notBefore: 0 }
    expect(written(outOfQuietHours(at('2026-07-15T22:00Z'), quiet, known))).toBe('2026-07-16T06:00')
  })

  it('there are none where both ends are one', () => {
    expect(quietAt({ fromMinute: 480, untilMinute: 480 }, BERLIN, at('2026-07-15T01:00Z'))).toBeNull()
  })

  const minute = fc.integer({ min: at('2025-01-01T00:00Z') / MINUTE_MS, max: at('2028-01-01T00:00Z') / MINUTE_MS })
  const ofDay = fc.integer({ min: 0, max: 1439 })
  const gap = fc.integer({ min: 1, max: 5000 })
  const shifted = (
    due: number,
    gapMinutes: number,
    hours: { fromMinute: number; untilMinute: number },
    timeZone: string,
  ) => {
    const dueMs = due * MINUTE_MS
    const startsAt = dueMs + gapMinutes * MINUTE_MS
    const sent = outOfQuietHours(dueMs, { ...hours, timeZone }, { startsAt, notBefore: dueMs - 10 * DAY_MS })
    return { dueMs, startsAt, sent }
  }

  it('nothing is sent in them, where they leave time for it between them', () => {
    fc.assert(
      fc.property(
        minute,
        gap,
        ofDay,
        ofDay,
        fc.constantFrom('UTC', 'Asia/Kathmandu'),
        (due, gapMinutes, from, until, zone) => {
          fc.pre((from - until + 1440) % 1440 > 15)
          const hours = { fromMinute: from, untilMinute: until }
          const { sent } = shifted(due, gapMinutes, hours, zone)
          if (sent !== null) expect(quietAt(hours, zone, sent)).toBeNull()
        },
      ),
    )
  })

  it('what they put off still comes two hours before the start', () => {
    fc.assert(
      fc.property(
        minute,
        gap,
        ofDay,
        ofDay,
        fc.constantFrom(...ZONES),
        (due, gapMinutes, fromMinute, untilMinute, zone) => {
          const { sent, dueMs, startsAt } = shifted(due, gapMinutes, { fromMinute, untilMinute }, zone)
          if (sent !== null && sent > dueMs) expect(startsAt - sent).toBeGreaterThanOrEqual(2 * HOUR_MS)
        },
      ),
    )
  })
})
