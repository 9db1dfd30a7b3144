import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, clockOf, dayInWords, dayOf, instantOf, shortWhen } from '../../web/ui/dates.ts'

const ZONES = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC']
const MINUTE_MS = 60_000

describe('days', () => {
  test('are those of the office and not of the browser', () => {
    const at = new Date('2026-11-23T23:30:00Z')
    expect(dayOf(at, 'Pacific/Auckland')).toBe('2026-11-24')
    expect(dayOf(at, 'America/Los_Angeles')).toBe('2026-11-23')
  })

  test('are counted across the end of summer time', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  })

  test('near by have names', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-24'].map((day) => dayInWords(day, '2026-11-23'))).toEqual([
      'Yesterday',
      'Today',
      'Tomorrow',
    ])
  })
})

describe('a time on the clock of a zone', () => {
  test('leads back to its instant, but for the hour that is there twice', () => {
    const minutes = fc.integer({ min: Date.UTC(2025, 0) / MINUTE_MS, max: Date.UTC(2028, 0) / MINUTE_MS })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
        const instant = new Date(minute * MINUTE_MS).toISOString()
        const back = instantOf(clockOf(instant, zone), zone)
        expect(clockOf(back, zone)).toBe(clockOf(instant, zone))
      }),
    )
  })

  test('that summer time skips becomes an instant all the same', () => {
    expect(instantOf('2026-03-29T01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z')
  })
})

test('a list tells the time of today and the day of what is older', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  expect(shortWhen('2026-11-23T09:05:00Z', now, 'UTC')).toMatch(/9:05/)
  expect(shortWhen('2025-03-01T09:05:00Z', now, 'UTC')).toMatch(/2025/)
})
