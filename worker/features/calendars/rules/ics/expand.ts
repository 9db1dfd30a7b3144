import { Refusal } from '../../../../kernel/refusal.ts'
import { DAY_MS } from '../../../../kernel/time.ts'
import { occurrences } from '../../../appointments/rules/occurrences.ts'
import { dayNumberAt, toInstant, wallAt } from '../../../appointments/rules/time/to-instant.ts'
import type { When } from './date-values.ts'
import { type CalendarEvent, endOf } from './event.ts'
import { type NotTaken, sentence } from './read-calendar.ts'

/** One date of an event. `recurrenceId` names it within its series, whatever it was moved to; empty for what is alone. */
export type Occurrence = {
  uid: string
  recurrenceId: string
  title: string
  startsAt: number
  endsAt: number
  isTentative: boolean
  isFree: boolean
  line: number
}
export type Range = { from: number; to: number }
export type Expanded = { occurrences: Occurrence[]; endless: number; notTaken: NotTaken[]; isCut: boolean }

/** Two years of a daily rule, as the office's own series have at most. */
export const MOST_DATES_A_SERIES = 730
/** So many days are gone through for all rules of a file together: some seconds of work, and more than 1,000 series. */
const MOST_DAYS_LOOKED_AT = 1_000_000

/** Each date of these events that shares an instant with the range, at most `most` of them, by their start. */
export function expand(events: readonly CalendarEvent[], range: Range, most: number): Expanded {
  const found: Occurrence[] = []
  const notTaken: NotTaken[] = []
  let [endless, looked] = [0, 0]
  for (const series of Map.groupBy(events, ({ uid, line }) => uid || `line ${line}`).values()) {
    const { main, others } = partsOf(series)
    looked += main ? daysOf(main, range) : 0
    try {
      if (looked > MOST_DAYS_LOOKED_AT)
        throw new Refusal('too_large', 'The calendar repeats more than can be followed.')
      for (const each of datesOf(main, others, range)) found.push(each)
      if (main?.rule && !/COUNT=|UNTIL=/i.test(main.rule)) endless += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { title, line } = main ?? { title: '', line: 0 }
      notTaken.push({ title, line, why: sentence(error.message) })
    }
  }
  const all = found.toSorted((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt || (a.uid < b.uid ? -1 : 1))
  return { occurrences: all.slice(0, most), endless, notTaken, isCut: all.length > most }
}

/** The event that a series is made of, and what its single dates have become; of two alike the later version counts. */
function partsOf(series: readonly CalendarEvent[]) {
  const latest = new Map<string, CalendarEvent>()
  for (const event of series) {
    const key = event.instead ? `${event.instead.of.at}${event.instead.andLater}` : ''
    if ((latest.get(key)?.sequence ?? -1) <= event.sequence) latest.set(key, event)
  }
  const main = latest.get('') ?? null
  latest.delete('')
  return { main, others: [...latest.values()].toSorted((a, b) => instead(a) - instead(b)) }
}

const instead = (event: CalendarEvent) => event.instead?.of.at ?? 0

/** About how many days are looked at: a rule that counts does so from its start. */
const daysOf = ({ rule, start }: CalendarEvent, { from, to }: Range) =>
  rule === null ? 0 : Math.max(1, (to - (/COUNT=/i.test(rule) ? start.at : Math.max(from, start.at))) / DAY_MS)

function* datesOf(main: CalendarEvent | null, others: readonly CalendarEvent[], range: Range): Generator<Occurrence> {
  const single = others.filter((event) => event.instead && !event.instead.andLater)
  const changes = others.filter((event) => event.instead?.andLater)
  const replaced = new Set(single.map(instead))
  const isSeries = main !== null && (main.rule !== null || main.also.length > 0)
  const isInRange = ({ startsAt, endsAt }: Occurrence) => startsAt < range.to && endsAt > range.from
  for (const at of main && !main.isCancelled ? startsOf(main, range) : []) {
    if (replaced.has(at)) continue
    const change = changes.findLast((event) => instead(event) <= at)
    if (change?.isCancelled) continue
    const one = occurrence(change ?? main, change ? shifted(change, at) : at, isSeries ? at : null)
    if (one && isInRange(one)) yield one
  }
  for (const event of main?.isCancelled ? [] : single) {
    const one = event.isCancelled ? null : occurrence(event, event.start.at, instead(event))
    if (one && isInRange(one)) yield one
  }
  // A series of which the file holds only what became of its later dates.
  for (const event of main ? [] : changes) {
    const one = event.isCancelled ? null : occurrence(event, event.start.at, instead(event))
    if (one && isInRange(one)) yield one
  }
}

/** Where a date of the series lies after a change of it and all later ones: as far on the clock as the first was moved. */
function shifted({ start, instead: changed }: CalendarEvent, at: number): number {
  if (!changed) return at
  const { timeZone } = start
  return toInstant(timeZone, wallAt(timeZone, at) + wallAt(timeZone, start.at) - wallAt(timeZone, changed.of.at))
}

function occurrence(event: CalendarEvent | null, startsAt: number, recurrence: number | null): Occurrence | null {
  if (!event) return null
  const { uid, title, isTentative, isFree, line } = event
  const recurrenceId = recurrence === null ? '' : new Date(recurrence).toISOString()
  return { uid, recurrenceId, title, startsAt, endsAt: endOf(event, startsAt), isTentative, isFree, line }
}

/** The starts of a series around the range: its own, those of its rule and those named besides, without what never is. */
function startsOf(event: CalendarEvent, { from, to }: Range): number[] {
  const { start, rule, also, never } = event
  const reach = endOf(event, start.at) - start.at + DAY_MS
  const first = Math.max(start.at, from - reach)
  const iso = (at: number) => new Date(at).toISOString()
  const ruled =
    rule === null
      ? []
      : occurrences({
          ...{ rule, start: iso(start.at), timeZone: start.timeZone },
          ...{ from: iso(first), to: iso(Math.max(first, to)), limit: MOST_DATES_A_SERIES },
          // A day without a midnight is a day all the same.
          inGap: start.isDay ? ('after' as const) : ('omit' as const),
        }).map((text) => Date.parse(text))
  const all = new Set([start.at, ...ruled, ...also.map(({ at }) => at)])
  return [...all].filter((at) => !never.some((each) => isSame(each, at, start))).sort((a, b) => a - b)
}

/** Whether a date that is left out is this one. One without a time means all of its day. */
const isSame = (never: When, at: number, { timeZone, isDay }: When) =>
  never.at === at || (never.isDay && !isDay && dayNumberAt(never.timeZone, never.at) === dayNumberAt(timeZone, at))
