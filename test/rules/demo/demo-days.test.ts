import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIARY } from '../../../db/seed/diary.ts'
import { PEOPLE } from '../../../db/seed/people.ts'
import { SERVICES, type ServiceName } from '../../../db/seed/story.ts'
import { OFFERED, REGULARS, USUAL } from '../../../db/seed/team.ts'
import { firstClash } from '../../../worker/features/appointments/rules/overlaps.ts'
import { historyOf } from '../../../worker/features/office/demo/history.ts'
import { staffed } from '../../../worker/features/office/demo/staffed.ts'
import {
  calendarDay,
  daysAround,
  instantOf,
  openDay,
  withDays,
} from '../../../worker/features/office/rules/demo-days.ts'

const SALON_OF_STORY = { team: ['owner', 'joelle', 'kofi'], serviceIds: new Map(), tableId: 'table' }
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
        const times = historyOf(now, SALON_OF_STORY).map(({ at }) => at.getTime())
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
      }),
      { numRuns: 30 },
    )
  })

  it('gives nobody two appointments at once', () => {
    const kept = [...DIARY, ...USUAL]
      .filter(({ cancelled }: { cancelled?: unknown }) => !cancelled)
      .map(({ who, day, at }) => `${who} ${day} ${at}`)
    expect(new Set(kept).size).toBe(kept.length)
  })

  it('calls everybody by a name of their own', () => {
    const names = [...PEOPLE, ...REGULARS].map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('books nobody, and no table, twice at once, and leaves nobody without work', () => {
    const by = (service: ServiceName) => OFFERED[service].by
    const lengthOf = (service: ServiceName) => SERVICES[service]
    const needsTable = (service: ServiceName) => OFFERED[service].needsTable === true
    const told = staffed(DIARY, USUAL, { by, lengthOf, needsTable })
    const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
    const spans = told.flatMap(({ day, at, service, with: who }) =>
      [`team ${who}`, ...(needsTable(service) ? ['table'] : [])].map((resourceId) => ({
        resourceId,
        startsAt: day * 1440 + minutes(at),
        endsAt: day * 1440 + minutes(at) + lengthOf(service),
      })),
    )
    expect(firstClash(spans)).toBeNull()
    expect(told.every(({ service, with: who }) => by(service).includes(who))).toBe(true)
    for (const day of [-2, -1, 0, 1, 2, 3])
      for (const who of [0, 1, 2])
        expect(told.filter((one) => one.day === day && one.with === who).length).toBeGreaterThan(2)
  })

  it('is refused where it needs more people than there are', () => {
    const twice = [0, 1].map((n) => ({ day: 1, at: '10:00', service: 'Bridal trial' as const, who: `Bride ${n}` }))
    const known = { by: () => [0] as const, lengthOf: () => 60, needsTable: () => false }
    expect(() => staffed(twice, [], known)).toThrow('Nobody is free for Bride 1')
  })
})
