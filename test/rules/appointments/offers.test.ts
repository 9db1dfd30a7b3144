import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf } from '../../../worker/features/appointments/rules/days.ts'
import { offerAt, offers } from '../../../worker/features/appointments/rules/offers.ts'
import { overlaps } from '../../../worker/features/appointments/rules/overlaps.ts'
import { place } from '../../../worker/features/appointments/rules/place.ts'
import { anybody, ask, clock, MONDAY, policyWith, serviceWith, viewWith } from './policy.ts'

const hoursOf = (found: { startsAt: number }[]) => found.map(({ startsAt }) => (startsAt - MONDAY) / 3_600_000)
const rooms = ['r1', 'r2'].map((id) => ({ id, kind: 'room' }))
const needsRoom = { resources: [{ kind: 'room', quantity: 1 }] }
const span = (resourceId: string, from: number, to: number) => ({
  resourceId,
  startsAt: clock(from),
  endsAt: clock(to),
})

describe('what is offered', () => {
  it.each([
    ['all the hours of the day', {}, {}, [9, 10, 11, 12, 13, 14, 15, 16]],
    ['not what somebody has', {}, { taken: [span('staff:anna', 10, 12)] }, [9, 12, 13, 14, 15, 16]],
    ['not for a service of nobody', { staffIds: [] }, {}, []],
    ['not for a service of somebody who left', { staffIds: ['gone'] }, {}, []],
    ['not where all are needed and one has left', { staffIds: ['anna', 'gone'], needs: 'all' as const }, {}, []],
    ['not without a room', { resources: [{ kind: 'van', quantity: 1 }] }, {}, []],
    ['while one room is free', needsRoom, { taken: [span('unit:r1', 9, 17)] }, [9, 10, 11, 12, 13, 14, 15, 16]],
    [
      'not while all rooms are taken',
      needsRoom,
      { taken: [span('unit:r1', 9, 17), span('unit:r2', 10, 12)] },
      [9, 12, 13, 14, 15, 16],
    ],
    [
      'not two halves of two rooms',
      needsRoom,
      { taken: [span('unit:r1', 9, 9.5), span('unit:r2', 9.5, 17)] },
      [10, 11, 12, 13, 14, 15, 16],
    ],
    ['no more than a day may hold', { mostPerDay: 2 }, { starts: [clock(9), clock(12)] }, []],
    ['no more than a week may hold', { mostPerWeek: 1 }, { starts: [clock(9, 4)] }, []],
    ['as much as another week’s leave', { mostPerWeek: 1 }, { starts: [clock(9, 7)] }, [9, 10, 11, 12, 13, 14, 15, 16]],
    ['not for a service longer than the day', { lengthMinutes: 9 * 60 }, {}, []],
  ])('%s', (_, service, view, expected) => {
    const found = offers(
      policyWith({ resources: rooms }),
      serviceWith(service),
      viewWith(view),
      ask(clock(0), clock(24)),
    )
    expect(hoursOf(found)).toEqual(expected)
  })

  it('ends with the last day of the horizon, in the office’s zone', () => {
    const policy = policyWith({ office: { ...policyWith().office, timeZone: 'Pacific/Auckland' } })
    const found = offers(policy, serviceWith({ horizonDays: 1 }), viewWith(), ask(clock(0), clock(24, 9)))
    // It is Monday afternoon there: the day after ends at 11:00 UTC of Tuesday.
    expect(hoursOf(found).at(-1)).toBe(24 + 10)
  })

  it('is bookable, and what is not offered on the grid’s unit is not', () => {
    const half = fc.integer({ min: 0, max: 47 })
    const taken = fc.array(
      fc.record({
        resourceId: fc.constantFrom('staff:anna', 'staff:ben', 'unit:r1', 'unit:r2'),
        at: half,
        length: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(taken, fc.boolean(), half, (spans, isRoom, at) => {
        const policy = policyWith({ resources: rooms })
        const service = serviceWith({ staffIds: ['anna', 'ben'], everyMinutes: 30, ...(isRoom ? needsRoom : {}) })
        const view = viewWith({
          taken: spans.map(({ resourceId, at, length }) => span(resourceId, at / 2, (at + length) / 2)),
        })
        const all = offers(policy, service, view, ask(clock(0), clock(24)))
        for (const { startsAt, staffIds } of all)
          expect(offerAt(policy, service, view, ask(0, 0), startsAt)?.staffIds.toSorted()).toEqual(staffIds.toSorted())
        const startsAt = clock(at / 2)
        const want = { ...ask(0, 0), startsAt, endsAt: startsAt + 3_600_000, override: false, loadOf: () => 0 }
        const placed = place(policy, service, view, want)
        expect(placed.ok).toBe(all.some((offer) => offer.startsAt === startsAt))
        // Whatever is placed takes nothing that is taken.
        if (placed.ok)
          for (const one of placed.spans)
            expect(view.taken.some((other) => other.resourceId === one.resourceId && overlaps(other, one))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('of two half ranges together is what one range offers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 23 }), (middle) => {
        const all = (from: number, to: number) =>
          offers(policyWith(), serviceWith({ everyMinutes: 25 }), viewWith(), ask(clock(from), clock(to)))
        expect([...all(0, middle), ...all(middle, 24)]).toEqual(all(0, 24))
      }),
    )
  })
})

describe('a day', () => {
  const day = (first: string, more: object = {}, view = {}, now = MONDAY) =>
    daysOf(policyWith(), serviceWith(more), viewWith(view), {
      ...{ now, first, days: 1, viewerTimeZone: 'UTC', staffIds: [] },
    })[0]

  it.each([
    ['has offers', day('2026-03-03'), null],
    ['is closed', day('2026-03-07'), 'closed'],
    ['is full', day('2026-03-03', {}, { taken: [span('staff:anna', 24, 48)] }), 'full'],
    ['is full by its limit', day('2026-03-03', { mostPerDay: 1 }, { starts: [clock(9, 1)] }), 'full'],
    ['is too soon', day('2026-03-03', { noticeMinutes: 3 * 24 * 60 }), 'too_soon'],
    ['is over', day('2026-03-02', {}, {}, clock(18)), 'too_soon'],
    ['lies beyond the horizon', day('2026-03-20', { horizonDays: 5 }), 'beyond_horizon'],
  ])('%s', (_, found, why) => {
    expect(found?.why).toBe(why)
    expect(found?.offers.length === 0).toBe(why !== null)
  })

  it('is a day of the viewer: what is Monday evening here is Tuesday there', () => {
    const days = daysOf(policyWith({ staff: [anybody('anna')] }), serviceWith(), viewWith(), {
      ...{ now: MONDAY, first: '2026-03-02', days: 2, viewerTimeZone: 'Pacific/Auckland', staffIds: [] },
    })
    expect(days.map(({ offers }) => offers.length)).toEqual([2, 8])
  })
})
