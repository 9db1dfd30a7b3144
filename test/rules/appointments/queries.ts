import fc from 'fast-check'
import type { FreeSlotsQuery } from '../../../worker/features/appointments/rules/free-slots.ts'
import { DAY_MS, MINUTE_MS } from '../../../worker/kernel/time.ts'
import { changesOf, clockAt } from './changes.ts'

export type Person = FreeSlotsQuery['staff'][number]
export const iso = (at: number) => new Date(at).toISOString()

/** Zones of every kind: whole, half and quarter hours, changes by half an hour and by two, at midnight, and none. */
const KINDS = [
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'America/St_Johns',
  'Pacific/Chatham',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Etc/UTC',
]
const CHANGES = KINDS.flatMap((zone) => changesOf(zone, '2024-01-01T00:00:00Z', '2036-01-01T00:00:00Z'))
const APIA_SKIPS = Date.UTC(2011, 11, 30, 10)

const zone = fc.constantFrom(...KINDS)
const about = fc.constantFrom(APIA_SKIPS, Date.UTC(2026, 4, 4), ...CHANGES)
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '20', '47'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
const window = fc.tuple(clock, fc.oneof(clock, fc.constant('24:00')))
const day = fc.integer({ min: 0, max: 6 })
const hours = fc.oneof(
  fc.array(
    fc.tuple(day, window).map(([day, [start, end]]) => ({ day, start, end })),
    { minLength: 4, maxLength: 14 },
  ),
  fc.constant([0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start: '00:00', end: '24:00' }))),
  window.map(([start, end]) => [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start, end }))),
)
const buffer = fc.constantFrom(0, 0, 5, 10, 45)

const busyNear = (middle: number) =>
  fc
    .record({
      at: fc.integer({ min: -2880, max: 2880 }),
      length: fc.integer({ min: 0, max: 200 }),
      bufferBeforeMinutes: buffer,
      bufferAfterMinutes: buffer,
    })
    .map(({ at, length, ...buffers }) => {
      const start = middle + at * MINUTE_MS
      return { start: iso(start), end: iso(start + length * MINUTE_MS), ...buffers }
    })

const personNear = (middle: number) => (id: string) =>
  fc.record({
    id: fc.constant(id),
    timeZone: zone,
    hours,
    dateHours: fc.array(
      fc.record({
        date: fc.integer({ min: -3, max: 3 }).map((days) =>
          clockAt('UTC', middle + days * DAY_MS)
            .toPlainDate()
            .toString(),
        ),
        windows: fc.array(window, { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
    busy: fc.array(busyNear(middle), { maxLength: 8 }),
  })

const service = fc.record({
  lengthMinutes: fc.constantFrom(1, 15, 15, 20, 30, 30, 45, 60, 90, 600, 1500),
  everyMinutes: fc.constantFrom(5, 7, 10, 15, 20, 25, 30, 45, 60, 90, 120),
  bufferBeforeMinutes: buffer,
  bufferAfterMinutes: buffer,
  noticeMinutes: fc.constantFrom(0, 0, 60, 95, 1440),
  needs: fc.constantFrom('any' as const, 'all' as const),
})

/** Questions about a few days around a change of clocks somewhere, in whole minutes. */
export const queries: fc.Arbitrary<FreeSlotsQuery> = about.chain((middle) => {
  const person = personNear(middle)
  return fc
    .record({
      now: fc.integer({ min: -4320, max: 1440 }),
      from: fc.integer({ min: -2880, max: 1440 }),
      length: fc.integer({ min: 0, max: 3600 }),
      viewerTimeZone: zone,
      staff: fc.constantFrom('', 'p', 'p', 'pq', 'pqr').chain((ids) => fc.tuple(...ids.split('').map(person))),
      service,
    })
    .map(({ now, from, length, ...rest }) => ({
      now: iso(middle + now * MINUTE_MS),
      from: iso(middle + from * MINUTE_MS),
      to: iso(middle + (from + length) * MINUTE_MS),
      ...rest,
    }))
})

export type PlainMore = { person?: Partial<Person>; service?: Partial<FreeSlotsQuery['service']> } & Partial<
  Omit<FreeSlotsQuery, 'service'>
>

/** One person who works each day from nine to five, a service of half an hour, and a quiet day. */
export function plainQuery(more: PlainMore): FreeSlotsQuery {
  const { person, service, ...rest } = more
  const everyDay = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start: '09:00', end: '17:00' }))
  return {
    now: '2026-01-01T00:00:00Z',
    from: '2026-05-04T00:00:00Z',
    to: '2026-05-05T00:00:00Z',
    viewerTimeZone: 'UTC',
    staff: [{ id: 'p', timeZone: 'UTC', hours: everyDay, dateHours: [], busy: [], ...person }],
    service: {
      ...{
        lengthMinutes: 30,
        everyMinutes: 30,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        noticeMinutes: 0,
        needs: 'any',
      },
      ...service,
    },
    ...rest,
  }
}
