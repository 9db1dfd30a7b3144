import { type Interval, merged, shared, without } from '../intervals.ts'
import { alignedFrom, startsIn } from './grid.ts'
import type { Asked, Busy, Person, Service, Slot } from './query.ts'
import { windowsFrom } from './windows.ts'

type Range = { notBefore: number; from: number; until: number }
type Free = { id: string; windows: Interval[] }

/** The times at which somebody could be booked, in order; `from` and `until` only choose among them. */
export function slotsIn(asked: Asked, range: Interval): Slot[] {
  const { service, viewerTimeZone } = asked
  const notBefore = asked.now + service.notice
  const from = Math.max(range.startsAt, notBefore)
  if (from >= range.endsAt) return []
  const free = freeOf(asked, { notBefore, from, until: range.endsAt + service.length })
  const grid = { ...service, timeZone: viewerTimeZone, notBefore }
  // Where all are needed, everybody's free windows are the same.
  const gridded = service.needs === 'all' ? free.slice(0, 1) : free
  const starts = gridded.flatMap(({ windows }) =>
    windows.flatMap((window) => startsIn(window, { startsAt: from, endsAt: range.endsAt }, grid)),
  )
  return withStaff(distinct(starts), free, service)
}

/**
 * Who could be booked at an instant: the answer that `slotsIn` gives there if it is on its grid, found alone. Nobody,
 * when it is too soon or not on a multiple of the unit on the viewer's clock. For what needs all, all or nobody.
 */
export function freeAt(asked: Asked, startsAt: number): string[] {
  const { service, viewerTimeZone } = asked
  const isAligned = alignedFrom(viewerTimeZone, startsAt, service.unit) === startsAt
  if (startsAt < asked.now + service.notice || !isAligned) return []
  const free = freeOf(asked, { notBefore: startsAt, from: startsAt, until: startsAt + service.length })
  return withStaff([startsAt], free, service)[0]?.staffIds ?? []
}

/** Each person's free windows; where all are needed, those of all for each. */
function freeOf({ staff, service }: Asked, range: Range): Free[] {
  const free = staff
    .map((person) => ({ id: person.id, windows: freeWindows(person, service, range) }))
    // By code unit, as every process does it.
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  if (service.needs === 'any' || free.length === 0) return free
  const windows = free.map((each) => each.windows).reduce(shared)
  return free.map(({ id }) => ({ id, windows }))
}

function freeWindows({ open, busy }: Person, service: Service, range: Range): Interval[] {
  const windows = windowsFrom(open, range)
  const [first, last] = [windows[0], windows.at(-1)]
  if (!first || !last) return []
  const taken = busy
    .map((each) => widened(each, service))
    .filter(({ startsAt, endsAt }) => endsAt > first.startsAt && startsAt < last.endsAt)
  return without(windows, merged(taken))
}

/** The time in which an appointment may not lie because of another: the buffers of both add up. */
const widened = ({ startsAt, endsAt, bufferBefore, bufferAfter }: Busy, service: Service): Interval => ({
  startsAt: startsAt - bufferBefore - service.bufferAfter,
  endsAt: endsAt + bufferAfter + service.bufferBefore,
})

function distinct(starts: number[]): number[] {
  const sorted = starts.sort((a, b) => a - b)
  return sorted.filter((at, n) => at !== sorted[n - 1])
}

/** Everybody who is free from each start to its end, also who would not have been offered just then alone. */
function withStaff(starts: number[], free: Free[], { length }: Service): Slot[] {
  const slots = starts.map((startsAt): Slot => ({ startsAt, staffIds: [] }))
  for (const { id, windows } of free) {
    let next = 0
    for (const { startsAt, staffIds } of slots) {
      while ((windows[next]?.endsAt ?? Number.POSITIVE_INFINITY) < startsAt + length) next += 1
      const window = windows[next]
      if (window && window.startsAt <= startsAt) staffIds.push(id)
    }
  }
  return slots.filter(({ staffIds }) => staffIds.length > 0)
}
