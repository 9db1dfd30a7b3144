import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIARY } from '../../../db/seed/diary.ts'
import { PEOPLE } from '../../../db/seed/people.ts'
import { historyOf } from '../../../worker/features/office/demo/history.ts'
import {
  calendarDay,
  daysAround,
  instantOf,
  openDay,
  withDays,
} from '../../../worker/features/office/rules/demo-days.ts'

const LONDON = 'Europe/London'
const WEDNESDAY = new Date('2026-03-11T12:00:00Z')
const SUNDAY = new Date('2026-03-15T12:00:00Z')
const HOUR_MS = 3_600_000
const HOURS_IN_A_YEAR = 365 * 24

const dayOf = (now: Date, n: number) => openDay(daysAround(now, LONDON), n).toString()

describe('the open days of the demo', () => {
  it('are Tuesday to Saturday, counted from today', () => {
    expect([-2, -1, 0, 1, 4].map((n) => dayOf(WEDNESDAY, n))).toEqual([
      '2026-03-07',
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
      '2026-03-17',
    ])
  })

  it('begin with the next open one when the salon is closed today', () => {
    expect([-1, 0, 1].map((n) => dayOf(SUNDAY, n))).toEqual(['2026-03-14', '2026-03-17', '2026-03-18'])
  })

  it('are all different and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: HOURS_IN_A_YEAR }), fc.integer({ min: -30, max: 30 }), (hours, n) => {
        const now = new Date(Date.UTC(2026, 0, 1) + hours * HOUR_MS)
        expect(dayOf(now, n) < dayOf(now, n + 1)).toBe(true)
      }),
    )
  })

  it('are told in a text by their weekday or their date', () => {
    const days = daysAround(WEDNESDAY, LONDON)
    expect(withDays('on {date+1}, not on {day-1}; {day} and {date+x} stay', days)).toBe(
      'on Thursday 12 March, not on Tuesday; {day} and {date+x} stay',
    )
  })

  it('begin by the clock of the office, in summer too', () => {
    const summer = daysAround(new Date('2026-07-08T12:00:00Z'), LONDON)
    expect(instantOf(summer, { day: 0, at: '09:30' }).toISOString()).toBe('2026-07-08T08:30:00.000Z')
    expect(calendarDay(summer, 3)).toBe('2026-07-11')
  })
})

describe('the history of the demo', () => {
  it('is in order and has happened, on whatever day and at whatever hour it is told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: HOURS_IN_A_YEAR }), (hours) => {
        const now = new Date(Date.UTC(2026, 0, 1) + hours * HOUR_MS)
        const times = historyOf(now).map(({ at }) => at.getTime())
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
      }),
      { numRuns: 30 },
    )
  })

  it('gives nobody two appointments at once', () => {
    const kept = DIARY.filter(({ cancelled }) => !cancelled).map(({ who, day, at }) => `${who} ${day} ${at}`)
    expect(new Set(kept).size).toBe(kept.length)
  })

  it('calls everybody by a name of their own', () => {
    expect(new Set(PEOPLE.map(({ name }) => name)).size).toBe(PEOPLE.length)
  })
})
