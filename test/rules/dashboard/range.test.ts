import { describe, expect, it } from 'vitest'
import { barsOf } from '../../../worker/features/dashboard/rules/bars.ts'
import { dayNumbered, lastDays, spansOf, startOf } from '../../../worker/features/dashboard/rules/range.ts'

const HOUR_MS = 3_600_000

describe('the days of the dashboard', () => {
  it('are the last ones up to today', () => {
    expect(lastDays('2026-03-01', 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  })

  it.each([
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-03-30', 'America/New_York', '2026-03-30T04:00:00.000Z'],
    // Midnight is left out on this day: it begins an hour later.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('%s begins in %s at %s', (day, timeZone, at) => {
    expect(startOf(day, timeZone).toISOString()).toBe(at)
  })

  it('are parted where the clock changes', () => {
    const spans = spansOf('2026-03-28', '2026-03-31', 'Europe/Berlin')
    expect(spans.map(({ offsetMs }) => offsetMs / HOUR_MS)).toEqual([1, 2])
    expect(spans[0]!.until.toISOString()).toBe('2026-03-29T01:00:00.000Z')
    expect(spans[1]!.from).toEqual(spans[0]!.until)
    expect(spansOf('2026-05-01', '2026-05-08', 'Europe/Berlin')).toHaveLength(1)
    expect(spansOf('2026-05-01', '2026-05-08', 'UTC')).toHaveLength(1)
  })

  it('are numbered from 1970', () => {
    expect(dayNumbered(0)).toBe('1970-01-01')
    expect(dayNumbered(Math.floor(Date.UTC(2026, 1, 28) / 86_400_000))).toBe('2026-02-28')
  })
})

describe('the bars of the dashboard', () => {
  it.each([
    [7, 7],
    [30, 30],
    [90, 13],
  ])('of %i days are %i, lie side by side, and count every day', (length, bars) => {
    const days = lastDays('2026-05-31', length)
    const found = barsOf(days, new Map(days.map((day) => [day, 1])), '2026-06-01')
    expect(found).toHaveLength(bars)
    expect(found.reduce((all, { count }) => all + count, 0)).toBe(length)
    expect(found.slice(1).map(({ from }) => from)).toEqual(found.slice(0, -1).map(({ until }) => until))
    expect([found[0]!.from, found.at(-1)!.until]).toEqual([days[0], '2026-06-01'])
  })
})
