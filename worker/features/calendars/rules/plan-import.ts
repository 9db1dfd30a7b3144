import { DAY_MS, MINUTE_MS } from '../../../kernel/time.ts'
import { overlaps } from '../../appointments/rules/overlaps.ts'
import { expand, type Occurrence } from './ics/expand.ts'
import { type NotTaken, readCalendar } from './ics/read-calendar.ts'
import { MOST_TOLD, type Outcome } from './import-words.ts'
import { TOO_MANY } from './outside.ts'
import { isOurs } from './uids.ts'

/** One date that an import would make. `key` names it for good: by its event and which date of that it is. */
export type PlannedDate = { key: string; title: string; startsAt: number; endsAt: number; line: number }
export type Planned =
  | {
      ok: true
      dates: PlannedDate[]
      events: number
      others: number
      endless: number
      isCut: boolean
      notTaken: NotTaken[]
    }
  | { ok: false; why: string }

const BACK_MS = 90 * DAY_MS
/** Two years, as far as any series of the office goes. */
const AHEAD_MS = 731 * DAY_MS
export const MOST_DATES = 2000
const NO_FILE = 'This is not a calendar file. Export your calendar as .ics, and choose that file.'
const LONGEST_MS = 31 * DAY_MS

/** What of a calendar file would come into somebody's calendar, before anybody looks at what is there. */
export function planImport(
  text: string,
  { now, timeZone, host }: { now: number; timeZone: string; host: string },
): Planned {
  const read = readCalendar(text, timeZone)
  if (!read.ok) return { ok: false, why: read.why === 'too_many' ? TOO_MANY : NO_FILE }
  const found = expand(read.events, { from: now - BACK_MS, to: now + AHEAD_MS }, MOST_DATES)
  const taking = found.occurrences.filter(
    (each) => !each.isFree && each.endsAt > each.startsAt && !isOurs(each.uid, host),
  )
  const long = taking.filter(({ startsAt, endsAt }) => endsAt - startsAt > LONGEST_MS)
  const tooLong = long.map(({ title, line }) => ({ title, line, why: 'It is longer than a month.' }))
  return {
    ok: true,
    dates: taking.filter((each) => !long.includes(each)).map(dateOf),
    events: read.events.length + read.notTaken.length,
    others: found.occurrences.length - taking.length,
    ...{ endless: found.endless, isCut: found.isCut },
    notTaken: [...read.notTaken, ...found.notTaken, ...tooLong],
  }
}

/** On whole minutes, as all appointments are, and never shorter than the event. */
const dateOf = ({ uid, recurrenceId, title, startsAt, endsAt, line }: Occurrence): PlannedDate => ({
  // An event without an id is known by when it is: the same file brings the same.
  key: JSON.stringify(uid ? [uid, recurrenceId] : [title, startsAt, endsAt]),
  title: title || 'Busy',
  startsAt: Math.floor(startsAt / MINUTE_MS) * MINUTE_MS,
  endsAt: Math.ceil(endsAt / MINUTE_MS) * MINUTE_MS,
  line,
})

/** What is in Foyer by a date's key already. `isTakenBack`: by the undo of an import, so that it may come again. */
export type Known = { startsAt: number; endsAt: number; isCancelled: boolean; isTakenBack: boolean }
type Taken = { startsAt: number; endsAt: number }

const OVERLAPS = 'It overlaps with what is booked already.'
const ELSEWHERE = 'It is here already, at another time, and was left there.'
const CANCELLED = 'It was called off here, and was left so.'

/** Which of the dates would be made, and of all others why not: what overlaps is listed and never forced in. */
export function sortOut(
  planned: Planned & { ok: true },
  known: ReadonlyMap<string, Known>,
  taken: readonly Taken[],
): { outcome: Outcome; toAdd: PlannedDate[] } {
  const toAdd: PlannedDate[] = []
  const counts = { same: 0, elsewhere: 0, cancelled: 0, overlapping: 0 }
  const told: Outcome['notTaken'] = planned.notTaken.map((each) => ({ ...each, startsAt: null }))
  const busy = taken.toSorted((a, b) => a.startsAt - b.startsAt)
  for (const date of planned.dates) {
    const there = known.get(date.key)
    const tell = (why: string) => told.push({ title: date.title, line: date.line, startsAt: date.startsAt, why })
    if (there && !there.isTakenBack) {
      const name = there.isCancelled ? 'cancelled' : isSameTime(there, date) ? 'same' : 'elsewhere'
      counts[name] += 1
      if (name !== 'same') tell(name === 'cancelled' ? CANCELLED : ELSEWHERE)
    } else if ([...busy, ...toAdd].some((span) => overlaps(span, date))) {
      counts.overlapping += 1
      tell(OVERLAPS)
    } else toAdd.push(date)
  }
  const { events, others, endless, isCut, notTaken } = planned
  const outcome = { events, others, endless, isCut, refused: notTaken.length, toAdd: toAdd.length, added: 0, ...counts }
  return { toAdd, outcome: { ...outcome, notTaken: told.slice(0, MOST_TOLD) } }
}

const isSameTime = (a: Taken, b: Taken) => a.startsAt === b.startsAt && a.endsAt === b.endsAt

/** The outcome after a date could not be made after all, because somebody was faster. */
export const withRefused = (outcome: Outcome, { title, line, startsAt }: PlannedDate): Outcome => ({
  ...outcome,
  overlapping: outcome.overlapping + 1,
  notTaken: [...outcome.notTaken, { title, line, startsAt, why: OVERLAPS }].slice(0, MOST_TOLD),
})
