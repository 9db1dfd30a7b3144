import { Refusal } from '../../../../kernel/refusal.ts'
import { DAY_MS, MINUTE_MS } from '../../../../kernel/time.ts'
import type { FreeSlotsQuery } from '../free-slots.ts'
import type { Interval } from '../intervals.ts'
import { checkZone } from '../time/offset-at.ts'
import { instantOf } from '../time/written.ts'
import { unitOf } from './grid.ts'
import { openHours } from './open-hours.ts'
import type { Asked, Busy, Person, Service } from './query.ts'

export const MOST_DAYS = 1100
export const MOST_STARTS = 200_000
export const MOST_YEARS_AHEAD = 20
/** Longer is no appointment, no pause and no notice. */
const MOST_MINUTES = 366 * 24 * 60
const YEAR_MS = 366 * DAY_MS

/** What is asked, in milliseconds. Refuses what makes no sense, and what would take longer than anybody waits. */
export function readQuery(q: FreeSlotsQuery): { asked: Asked; range: Interval } {
  checkZone(q.viewerTimeZone)
  const service = readService(q.service)
  const range = {
    startsAt: instantOf(q.from, 'The start of the range'),
    endsAt: instantOf(q.to, 'The end of the range'),
  }
  const now = instantOf(q.now, 'The present')
  checkSize(range, now, service)
  const ids = q.staff.map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw new Refusal('invalid', 'Somebody is named twice.')
  return { asked: { now, viewerTimeZone: q.viewerTimeZone, staff: q.staff.map(readPerson), service }, range }
}

function checkSize({ startsAt, endsAt }: Interval, now: number, { every }: Service): void {
  const length = endsAt - startsAt
  if (length > MOST_DAYS * DAY_MS) throw new Refusal('too_large', `Please ask for at most ${MOST_DAYS} days at a time.`)
  if (length > MOST_STARTS * every) throw new Refusal('too_large', 'Please ask for fewer days at a time.')
  if (endsAt - now > MOST_YEARS_AHEAD * YEAR_MS)
    throw new Refusal('too_large', `Nobody is booked more than ${MOST_YEARS_AHEAD} years ahead.`)
}

function readService(service: FreeSlotsQuery['service']): Service {
  const { lengthMinutes, everyMinutes, needs } = service
  return {
    length: minutes(lengthMinutes, 1, 'length'),
    every: minutes(everyMinutes, 1, 'time between starts'),
    unit: unitOf(everyMinutes),
    bufferBefore: minutes(service.bufferBeforeMinutes, 0, 'pause before it'),
    bufferAfter: minutes(service.bufferAfterMinutes, 0, 'pause after it'),
    notice: minutes(service.noticeMinutes, 0, 'notice'),
    needs,
  }
}

function readPerson({ id, timeZone, hours, dateHours, busy }: FreeSlotsQuery['staff'][number]): Person {
  return { id, open: openHours({ timeZone, hours, dateHours }), busy: busy.flatMap(readBusy) }
}

/** Nothing, for what takes no time. */
function readBusy(busy: FreeSlotsQuery['staff'][number]['busy'][number]): Busy[] {
  const startsAt = instantOf(busy.start, 'The start of what is busy')
  const endsAt = instantOf(busy.end, 'The end of what is busy')
  if (endsAt < startsAt)
    throw new Refusal('invalid', `What is busy ends before it starts: ${busy.start} to ${busy.end}.`)
  const bufferBefore = minutes(busy.bufferBeforeMinutes ?? 0, 0, 'pause before what is busy')
  const bufferAfter = minutes(busy.bufferAfterMinutes ?? 0, 0, 'pause after what is busy')
  return startsAt === endsAt ? [] : [{ startsAt, endsAt, bufferBefore, bufferAfter }]
}

function minutes(value: number, least: number, what: string): number {
  if (Number.isInteger(value) && value >= least && value <= MOST_MINUTES) return value * MINUTE_MS
  throw new Refusal('invalid', `The ${what} must be ${least} to ${MOST_MINUTES} whole minutes, not ${value}.`)
}
