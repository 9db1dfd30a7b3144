import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DAY_MINUTES,
  dayInterval,
  drawn,
  instantAt,
  LEAST_DRAWN_MINUTES,
  snapped,
  stretchOn,
} from '../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { wallAt } from '../../../worker/features/appointments/rules/time/to-instant.ts'
import { HOUR_MS, MINUTE_MS } from '../../../worker/kernel/time.ts'

const BERLIN = 'Europe/Berlin'
const SPRING = '2026-03-29'
const AUTUMN = '2026-10-25'
const ms = (text: string) => Date.parse(text)
const between = (from: string, to: string) => ({ startsAt: ms(from), endsAt: ms(to) })

describe('the column of a day', () => {
  it.each([
    ['an ordinary day', '2026-03-28', 24],
    ['the day on which summer time begins', SPRING, 23],
    ['the day on which it ends', AUTUMN, 25],
  ])('lasts as long as %s does', (_, date, hours) => {
    const { startsAt, endsAt } = dayInterval(BERLIN, date)
    expect((endsAt - startsAt) / HOUR_MS).toBe(hours)
  })

  it.each([
    ['in the morning', '2026-03-28', '2026-03-28T08:00:00Z', '2026-03-28T09:30:00Z', [540, 630]],
    ['across the hour that is skipped', SPRING, '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', [90, 210]],
    ['across the hour that comes twice', AUTUMN, '2026-10-24T23:30:00Z', '2026-10-25T01:30:00Z', [90, 150]],
    [
      'begun in the first of two hours and ended in the second',
      AUTUMN,
      '2026-10-25T00:45:00Z',
      '2026-10-25T01:15:00Z',
      [165, 195],
    ],
    ['from the evening before', '2026-03-28', '2026-03-27T20:00:00Z', '2026-03-28T01:00:00Z', [0, 120]],
    ['until the next morning', '2026-03-28', '2026-03-28T21:00:00Z', '2026-03-29T05:00:00Z', [1320, 1440]],
    ['for days', '2026-03-28', '2026-03-20T00:00:00Z', '2026-04-02T00:00:00Z', [0, 1440]],
  ])('shows what is %s at its place', (_, date, from, to, [top, bottom]) => {
    expect(stretchOn(BERLIN, date, between(from, to))).toEqual({ from: top, until: bottom })
  })

  it('has no place for what touches the day only from outside', () => {
    expect(stretchOn(BERLIN, '2026-03-28', between('2026-03-27T22:00:00Z', '2026-03-27T23:00:00Z'))).toBeNull()
    expect(stretchOn(BERLIN, '2026-03-28', between('2026-03-28T23:00:00Z', '2026-03-29T00:00:00Z'))).toBeNull()
  })

  it('is never left, whatever is put into it, in any zone on any day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          BERLIN,
          'America/New_York',
          'Asia/Kathmandu',
          'Africa/Cairo',
          'Australia/Lord_Howe',
          'Pacific/Apia',
        ),
        fc.integer({ min: 0, max: 365 * 6 }),
        fc.integer({ min: -2000, max: 2000 }),
        fc.integer({ min: 1, max: 3000 }),
        (timeZone, day, start, length) => {
          const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)
          const { startsAt, endsAt } = dayInterval(timeZone, date)
          const time = { startsAt: startsAt + start * MINUTE_MS, endsAt: startsAt + (start + length) * MINUTE_MS }
          const stretch = stretchOn(timeZone, date, time)
          expect(stretch === null).toBe(time.endsAt <= startsAt || time.startsAt >= endsAt)
          if (!stretch) return
          const { from, until } = drawn(stretch)
          expect(stretch.from).toBeGreaterThanOrEqual(0)
          expect(stretch.until).toBeGreaterThan(stretch.from)
          expect(from).toBeGreaterThanOrEqual(0)
          expect(until).toBeLessThanOrEqual(DAY_MINUTES)
          expect(until - from).toBeGreaterThanOrEqual(LEAST_DRAWN_MINUTES)
        },
      ),
    )
  })

  it('leads from a minute to the instant and back, unless the clocks skip it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('2026-06-01', SPRING, AUTUMN),
        fc.integer({ min: 0, max: DAY_MINUTES - 1 }),
        (date, minute) => {
          const at = instantAt(BERLIN, date, minute)
          const isSkipped = date === SPRING && minute >= 120 && minute < 180
          const shown = (wallAt(BERLIN, at) - ms(date)) / MINUTE_MS
          expect(shown).toBe(isSkipped ? minute + 60 : minute)
          const stretch = stretchOn(BERLIN, date, { startsAt: at, endsAt: at + MINUTE_MS })
          expect(stretch?.from).toBe(shown)
        },
      ),
    )
  })

  it.each([
    [0, 0],
    [7, 0],
    [8, 15],
    [-30, 0],
    [1439, 1440],
    [2000, 1440],
  ])('puts minute %i on the grid at %i', (minute, expected) => expect(snapped(minute, 15)).toBe(expected))
})
