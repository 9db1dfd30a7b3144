import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../kernel/time.ts'
import { dayNumber, daysInMonth } from '../../../appointments/rules/time/calendar.ts'
import { toInstant } from '../../../appointments/rules/time/to-instant.ts'
import { BrokenEvent } from './broken-event.ts'
import type { ContentLine } from './content-lines.ts'
import { zoneNamed } from './zone-named.ts'

/** An instant, or a whole day by the instant at which it begins; `timeZone` is the zone on whose clock it was written. */
export type When = { at: number; isDay: boolean; timeZone: string }
/** The office's zone, what the file says of its names for zones, and which names were understood already. */
export type Zones = { office: string; locations: Map<string, string>; known: Map<string, string | null> }

const DATE = /^(\d{4})(\d\d)(\d\d)$/
const TIME = /^(\d{4})(\d\d)(\d\d)T([01]\d|2[0-4])([0-5]\d)([0-5]\d|60)(Z?)$/
const LENGTH = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
const FIRST_YEAR = 1600

/** What a property says when: on the clock it names, on UTC, or without either on the office's. */
export function whenOf({ name, params, value }: Pick<ContentLine, 'name' | 'params' | 'value'>, zones: Zones): When {
  const zoneName = params.get('TZID')
  const timeZone = zoneName === undefined ? zones.office : knownZone(zoneName, zones)
  if (timeZone === null) throw new BrokenEvent(`the time zone “${zoneName}” is not known`)
  const text = value.trim()
  if (DATE.test(text)) return { at: toInstant(zones.office, wallOf(text, name)), isDay: true, timeZone: zones.office }
  if (!TIME.test(text)) throw new BrokenEvent(`${name} is no time: “${text.slice(0, 40)}”`)
  const wall = wallOf(text, name)
  if (text.endsWith('Z')) return { at: wall, isDay: false, timeZone: 'UTC' }
  return { at: toInstant(timeZone, wall), isDay: false, timeZone }
}

/** Asked once for each name: the platform takes its time over zones. */
function knownZone(name: string, { locations, known }: Zones): string | null {
  const found = known.get(name)
  if (found !== undefined) return found
  const zone = zoneNamed(name, locations)
  known.set(name, zone)
  return zone
}

/** Each value of a list such as `EXDATE`; of a period, its start. */
export function whensOf(line: ContentLine, zones: Zones): When[] {
  return line.value
    .split(',')
    .filter((value) => value.trim() !== '')
    .map((value) => whenOf({ ...line, value: value.split('/')[0] ?? '' }, zones))
}

function wallOf(text: string, name: string): number {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))]
  if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new BrokenEvent(`${name} is no date: “${text}”`)
  const clock = text.length === 8 ? '000000' : text.slice(9, 15)
  const [hours, minutes, seconds] = [clock.slice(0, 2), clock.slice(2, 4), clock.slice(4, 6)].map(Number)
  const time = (hours ?? 0) * HOUR_MS + (minutes ?? 0) * MINUTE_MS + Math.min(seconds ?? 0, 59) * SECOND_MS
  return dayNumber(year, month, day) * DAY_MS + time
}

/** How long a `DURATION` is. Days count as 24 hours here; whole days are counted on the calendar by whoever asks. */
export function lengthOf(value: string): number {
  const [matched, sign, weeks, days, hours, minutes, seconds] = LENGTH.exec(value.trim()) ?? []
  if (matched === undefined) throw new BrokenEvent(`DURATION is no length: “${value.slice(0, 40)}”`)
  const count = (text: string | undefined, unit: number) => Number(text ?? 0) * unit
  const length =
    count(weeks, 7 * DAY_MS) +
    count(days, DAY_MS) +
    count(hours, HOUR_MS) +
    count(minutes, MINUTE_MS) +
    count(seconds, SECOND_MS)
  return sign === '-' ? -length : length
}
