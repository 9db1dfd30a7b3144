import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FreeSlotsQuery, freeSlots } from '../../../worker/features/appointments/rules/free-slots.ts'
import { unitOf } from '../../../worker/features/appointments/rules/slots/grid.ts'
import { readQuery } from '../../../worker/features/appointments/rules/slots/read-query.ts'
import { freeAt } from '../../../worker/features/appointments/rules/slots/sweep.ts'
import { MINUTE_MS } from '../../../worker/kernel/time.ts'
import { clockAt } from './changes.ts'
import { iso, plainQuery, queries } from './queries.ts'

const RUNS = { numRuns: 150 }
/** Who is free at an instant; the query is read once. */
const freeIn = (q: FreeSlotsQuery) => {
  const { asked } = readQuery(q)
  return (at: number) => freeAt(asked, at)
}
const startsOf = (q: FreeSlotsQuery) => freeSlots(q).map(({ start }) => Date.parse(start))

describe('free times', () => {
  it('do not depend on the order of people, hours, dates and busy times', () => {
    fc.assert(
      fc.property(queries, (q) => {
        const turned = q.staff.toReversed().map((person) => ({
          ...person,
          hours: person.hours.toReversed(),
          dateHours: person.dateHours.toReversed(),
          busy: person.busy.toReversed(),
        }))
        expect(freeSlots({ ...q, staff: turned })).toEqual(freeSlots(q))
      }),
      RUNS,
    )
  })

  it('are each bookable, by just those who are named', () => {
    fc.assert(
      fc.property(queries, (q) => {
        const [slots, free] = [freeSlots(q), freeIn(q)]
        expect(slots.map(({ start }) => free(Date.parse(start)))).toEqual(slots.map(({ staffIds }) => staffIds))
      }),
      RUNS,
    )
  })

  it('are still bookable a while later, as long as the notice allows it', () => {
    fc.assert(
      fc.property(queries, fc.integer({ min: 0, max: 600_000 }), (q, later) => {
        const asked = { ...readQuery(q).asked, now: Date.parse(q.now) + later }
        const isInTime = (start: string) => Date.parse(start) >= asked.now + asked.service.notice
        const slots = freeSlots(q)
        expect(slots.map(({ start }) => freeAt(asked, Date.parse(start)))).toEqual(
          slots.map(({ start, staffIds }) => (isInTime(start) ? staffIds : [])),
        )
      }),
      RUNS,
    )
  })

  it('hold all that is bookable where every minute of the unit is a start', () => {
    fc.assert(
      fc.property(queries, fc.constantFrom(5, 10, 15, 20, 30, 60), (query, everyMinutes) => {
        // The step is the unit, so the grid holds each of its multiples.
        const q = { ...query, service: { ...query.service, everyMinutes } }
        const [bookable, free]: [number[], ReturnType<typeof freeIn>] = [[], freeIn(q)]
        for (let at = Date.parse(q.from); at < Date.parse(q.to); at += MINUTE_MS)
          if (free(at).length > 0) bookable.push(at)
        expect(startsOf(q)).toEqual(bookable)
      }),
      { numRuns: 40 },
    )
  })

  it('of two half ranges are those of the whole', () => {
    fc.assert(
      fc.property(queries, fc.double({ min: 0, max: 1, noNaN: true }), (q, share) => {
        const [from, to] = [Date.parse(q.from), Date.parse(q.to)]
        const middle = iso(Math.round(from + (to - from) * share))
        expect([...freeSlots({ ...q, to: middle }), ...freeSlots({ ...q, from: middle })]).toEqual(freeSlots(q))
      }),
      RUNS,
    )
  })

  it('of a month and of its days are the same where hours never end and the step divides no day', () => {
    const always = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start: '00:00', end: '24:00' }))
    const month = plainQuery({
      ...{ from: '2026-05-01T00:00:00Z', to: '2026-06-01T00:00:00Z', person: { hours: always } },
      service: { everyMinutes: 50, noticeMinutes: 7 },
    })
    const days = Array.from({ length: 31 }, (_, n) => Date.UTC(2026, 4, 1 + n))
    const byDay = days.flatMap((day) => freeSlots({ ...month, from: iso(day), to: iso(day + 24 * 60 * MINUTE_MS) }))
    expect(byDay).toEqual(freeSlots(month))
    expect(byDay.length).toBeGreaterThan(880)
  })

  it('are never more for something that is busy, but where the grid begins anew after it', () => {
    const more = fc.record({ at: fc.integer({ min: 0, max: 2880 }), length: fc.integer({ min: 1, max: 200 }) })
    fc.assert(
      fc.property(queries, more, (q, { at, length }) => {
        const start = Date.parse(q.from) + at * MINUTE_MS
        const busy = { start: iso(start), end: iso(start + length * MINUTE_MS) }
        const busier = { ...q, staff: q.staff.map((person) => ({ ...person, busy: [...person.busy, busy] })) }
        const [before, free] = [new Set(startsOf(q)), freeIn(q)]
        const added = startsOf(busier).filter((each) => !before.has(each))
        expect(added.filter((each) => each < Date.parse(busy.end) || free(each).length === 0)).toEqual([])
      }),
      RUNS,
    )
  })

  it('that are taken one after the other leave both pauses between them', () => {
    fc.assert(
      fc.property(queries, fc.nat(), (query, pick) => {
        const { lengthMinutes, bufferBeforeMinutes, bufferAfterMinutes } = query.service
        let q: FreeSlotsQuery = { ...query, staff: query.staff.slice(0, 1).map((person) => ({ ...person, busy: [] })) }
        const taken: number[] = []
        for (let starts = startsOf(q); starts.length > 0 && taken.length < 6; starts = startsOf(q)) {
          const start = starts[pick % starts.length]!
          taken.push(start)
          const busy = {
            start: iso(start),
            end: iso(start + lengthMinutes * MINUTE_MS),
            bufferBeforeMinutes,
            bufferAfterMinutes,
          }
          q = { ...q, staff: q.staff.map((person) => ({ ...person, busy: [...person.busy, busy] })) }
        }
        const sorted = taken.toSorted((a, b) => a - b)
        const least = (lengthMinutes + bufferBeforeMinutes + bufferAfterMinutes) * MINUTE_MS
        expect(sorted.filter((start, n) => n > 0 && start - sorted[n - 1]! < least)).toEqual([])
      }),
      RUNS,
    )
  })

  it('start on a multiple of the unit on the clock of whoever looks, not before the notice, within the range, in order', () => {
    fc.assert(
      fc.property(queries, (q) => {
        const starts = startsOf(q)
        const soonest = Date.parse(q.now) + q.service.noticeMinutes * MINUTE_MS
        const unit = unitOf(q.service.everyMinutes) / MINUTE_MS
        const wrong = starts.filter(
          (start, n) =>
            clockAt(q.viewerTimeZone, start).minute % unit !== 0 ||
            start < Math.max(soonest, Date.parse(q.from)) ||
            start >= Date.parse(q.to) ||
            start <= (starts[n - 1] ?? Number.NEGATIVE_INFINITY),
        )
        expect(wrong).toEqual([])
      }),
      RUNS,
    )
  })
})

describe('an instant that is not offered', () => {
  const q = plainQuery({ now: '2026-05-04T08:00:00Z', service: { noticeMinutes: 120, everyMinutes: 15 } })

  it.each([
    ['2026-05-04T09:45:00Z', 'too soon', []],
    ['2026-05-04T10:00:00Z', 'not too soon', ['p']],
    ['2026-05-04T10:07:00Z', 'off the grid', []],
    ['2026-05-04T10:00:00.001Z', 'a little off the grid', []],
    ['2026-05-04T16:30:00Z', 'the last', ['p']],
    ['2026-05-04T16:45:00Z', 'over the end', []],
  ])('such as %s (%s) is nobody’s', (at, _, expected) => {
    expect(freeIn(q)(Date.parse(at))).toEqual(expected)
  })
})
