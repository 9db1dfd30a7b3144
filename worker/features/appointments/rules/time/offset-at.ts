import { Refusal } from '../../../../kernel/refusal.ts'
import { DAY_MS, SECOND_MS } from '../../../../kernel/time.ts'

/** One day (UTC) of a zone: its offset at the start, and from when on it is another. */
type DayOffsets = { before: number; after: number; changesAt: number }
type Zone = { format: Intl.DateTimeFormat; days: Map<number, DayOffsets> }

/** Names of zones come from visitors, in any mixture of capitals, so what is kept has an end. */
const ZONES_KEPT = 200
const DAYS_KEPT = 20_000
const zones = new Map<string, Zone>()

/**
 * How far the clocks of a zone (an IANA name) are ahead of UTC at an instant, both in milliseconds. An unknown zone is
 * refused. To ask `Intl` costs some microseconds, so it is asked once for each zone and day; no zone changes its clocks
 * twice within a day.
 */
export function offsetAt(timeZone: string, at: number): number {
  const zone = zones.get(timeZone) ?? opened(timeZone)
  const day = Math.floor(at / DAY_MS)
  const offsets = zone.days.get(day) ?? learnt(zone, day)
  return at < offsets.changesAt ? offsets.before : offsets.after
}

/** Refuses a zone that is not known. */
export function checkZone(timeZone: string): void {
  if (!zones.has(timeZone)) opened(timeZone)
}

function opened(timeZone: string): Zone {
  const zone = { format: formatOf(timeZone), days: new Map<number, DayOffsets>() }
  if (zones.size >= ZONES_KEPT) zones.clear()
  zones.set(timeZone, zone)
  return zone
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, ...fields, ...clock })
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('invalid', `The time zone “${timeZone}” is not known.`)
    throw error
  }
}

function learnt(zone: Zone, day: number): DayOffsets {
  const before = zone.days.get(day - 1)?.after ?? measured(zone, day * DAY_MS)
  const after = zone.days.get(day + 1)?.before ?? measured(zone, (day + 1) * DAY_MS)
  const changesAt = before === after ? Number.POSITIVE_INFINITY : changeIn(zone, day, before)
  if (zone.days.size >= DAYS_KEPT) zone.days.clear()
  const offsets = { before, after, changesAt }
  zone.days.set(day, offsets)
  return offsets
}

/** The first second of a day at which the offset is no longer what it was at its start. */
function changeIn(zone: Zone, day: number, before: number): number {
  let same = day * DAY_MS
  let other = same + DAY_MS
  while (other - same > SECOND_MS) {
    const middle = same + Math.floor((other - same) / SECOND_MS / 2) * SECOND_MS
    if (measured(zone, middle) === before) same = middle
    else other = middle
  }
  return other
}

function measured(zone: Zone, at: number): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] =
    zone.format.format(at).match(/\d+/g)?.map(Number) ?? []
  return Date.UTC(year, month - 1, day, hour, minute, second) - at
}
