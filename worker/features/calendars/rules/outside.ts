import { DAY_MS } from '../../../kernel/time.ts'
import { merged } from '../../appointments/rules/intervals.ts'
import { expand, type Occurrence } from './ics/expand.ts'
import { type NotTaken, readCalendar } from './ics/read-calendar.ts'
import { isOurs } from './uids.ts'

export type BusyTime = { startsAt: number; endsAt: number }
export type Outside =
  | { ok: true; name: string; busy: BusyTime[]; events: number; notTaken: NotTaken[] }
  | { ok: false; why: string }

/** Whoever books farther ahead has time to look again; the copy moves on each day. */
const BACK_MS = DAY_MS
const AHEAD_MS = 400 * DAY_MS
const MOST_OCCURRENCES = 20_000
const MOST_BUSY = 5000

export const NOT_A_CALENDAR = 'This is not a calendar. Please use the address that ends in .ics.'
export const TOO_MANY = 'This calendar has too many events to follow.'

/**
 * When somebody is busy by another calendar. What is free there, cancelled, or was written by Foyer itself counts for
 * nothing; whether what is tentative counts is for the member to say.
 */
export function outsideBusy(
  text: string,
  { now, timeZone, host, isTentativeBusy }: { now: number; timeZone: string; host: string; isTentativeBusy: boolean },
): Outside {
  const read = readCalendar(text, timeZone)
  if (!read.ok) return { ok: false, why: read.why === 'too_many' ? TOO_MANY : NOT_A_CALENDAR }
  const range = { from: now - BACK_MS, to: now + AHEAD_MS }
  const { occurrences, notTaken, isCut } = expand(read.events, range, MOST_OCCURRENCES)
  if (isCut) return { ok: false, why: TOO_MANY }
  const isBusy = ({ uid, isFree, isTentative, startsAt, endsAt }: Occurrence) =>
    !isOurs(uid, host) && !isFree && (isTentativeBusy || !isTentative) && endsAt > startsAt
  const busy = distinct(occurrences.filter(isBusy))
  const fitting = busy.length > MOST_BUSY ? merged(busy) : busy
  if (fitting.length > MOST_BUSY) return { ok: false, why: TOO_MANY }
  return { ok: true, name: read.name, busy: fitting, events: busy.length, notTaken: [...read.notTaken, ...notTaken] }
}

const distinct = (found: readonly Occurrence[]): BusyTime[] => [
  ...new Map(found.map(({ startsAt, endsAt }) => [`${startsAt}-${endsAt}`, { startsAt, endsAt }] as const)).values(),
]
