import { describe, expect, test } from 'vitest'
import { laterClock, lengthOf, timesOf, valuesOf } from '../../web/features/calendar/form/start.ts'
import { mayGoPast, refusedOf } from '../../web/features/calendar/refused.ts'

const BERLIN = 'Europe/Berlin'
const NOW = Date.parse('2026-11-30T08:20:00Z')
const known = { wish: null, on: '2026-12-03', now: NOW, timeZone: BERLIN, services: [] }

describe('the form of an appointment', () => {
  test('begins on the next hour of the day that is looked at', () =>
    expect(valuesOf({ ...known, start: {} })).toMatchObject({ date: '2026-12-03', start: '10:00', until: '10:30' }))

  test('begins where it was dragged to, with whom it was dragged to', () => {
    const startsAt = Date.parse('2026-12-04T13:00:00Z')
    const start = { startsAt, endsAt: startsAt + 45 * 60_000, staffIds: ['jo'] }
    expect(valuesOf({ ...known, start })).toMatchObject({
      ...{ date: '2026-12-04', start: '14:00', until: '14:45', staffId: 'jo' },
    })
  })

  test.each([
    ['10:00', 45, '10:45'],
    ['23:30', 60, '00:30'],
    ['00:15', -30, '23:45'],
  ])('counts from %s by %i minutes to %s', (clock, minutes, later) => expect(laterClock(clock, minutes)).toBe(later))

  test('ends on the next day where it ends by the clock before it starts', () => {
    const night = { date: '2026-11-30', start: '23:00', until: '01:00' }
    expect(lengthOf(night)).toBe(120)
    expect(timesOf(night, BERLIN)).toEqual({
      startsAt: '2026-11-30T22:00:00.000Z',
      endsAt: '2026-12-01T00:00:00.000Z',
    })
  })
})

describe('a refusal that never came', () => {
  test('offers nothing, and cannot be gone past', () => {
    const refused = refusedOf(new Error('no line'))
    expect(refused).toMatchObject({ why: null, alternatives: [] })
    expect(mayGoPast(refused)).toBe(false)
    expect(mayGoPast({ ...refused, why: 'not_offered' })).toBe(true)
    expect(mayGoPast({ ...refused, why: 'taken' })).toBe(false)
  })
})
