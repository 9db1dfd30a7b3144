import type { Offer } from '../../../kernel/diary.ts'
import { MINUTE_MS } from '../../../kernel/time.ts'
import { freeSlots } from './free-slots.ts'
import { mondayOf, startOfDay } from './local-days.ts'
import type { Policy, ServiceRules } from './policy.ts'
import { staffName } from './resource-names.ts'
import { unitOf } from './slots/grid.ts'
import { dayNumberAt } from './time/to-instant.ts'
import { claimed, freeUnits, shortages, type View } from './view.ts'

export type Ask = {
  now: number
  /** Starts in [from, to). */
  from: number
  to: number
  viewerTimeZone: string
  /** Only with these people; nobody named: with anyone who does it. */
  staffIds: readonly string[]
}

/** All starts that can be booked, in order. */
export function offers(policy: Policy, service: ServiceRules, view: View, ask: Ask): Offer[] {
  const to = Math.min(ask.to, horizonOf(policy, service, ask.now))
  if (to <= ask.from || !hasEnoughUnits(policy, service)) return []
  const alone = freeSlots(question(policy, service, view, { ...ask, to })).map(({ start, staffIds }) => ({
    startsAt: Date.parse(start),
    staffIds,
  }))
  const withRoom = alone.filter(({ startsAt }) => freeUnits(policy, service, view, timeAt(service, startsAt)) !== null)
  const all = merged([...withRoom, ...openSeats(service, view, { ...ask, to })])
  const mayAdd = limit(policy, service, view)
  return all.filter(({ startsAt }) => mayAdd(startsAt))
}

/**
 * Whether this one start may be booked, and with whom: the same judgement, but on the grid's unit instead of its steps,
 * because the list that the start was taken from began at another instant.
 */
export function offerAt(
  policy: Policy,
  service: ServiceRules,
  view: View,
  ask: Omit<Ask, 'from' | 'to'>,
  startsAt: number,
) {
  const onUnit = { ...service, everyMinutes: unitOf(service.everyMinutes) / MINUTE_MS }
  return offers(policy, onUnit, view, { ...ask, from: startsAt, to: startsAt + 1 })[0] ?? null
}

/** Nothing may begin from this instant on: a whole number of days after today, in the office's zone. */
export const horizonOf = ({ office: { timeZone } }: Policy, { horizonDays }: ServiceRules, now: number) =>
  startOfDay(timeZone, dayNumberAt(timeZone, now) + horizonDays + 1)

const timeAt = (service: ServiceRules, startsAt: number) =>
  claimed(service, { startsAt, endsAt: startsAt + service.lengthMinutes * MINUTE_MS })

const hasEnoughUnits = ({ resources }: Policy, service: ServiceRules) =>
  service.resources.every(({ kind, quantity }) => resources.filter((unit) => unit.kind === kind).length >= quantity)

const iso = (at: number) => new Date(at).toISOString()

function question(policy: Policy, service: ServiceRules, view: View, ask: Ask): Parameters<typeof freeSlots>[0] {
  const short = shortages(policy, service, view)
  const named = service.needs === 'any' && ask.staffIds.length > 0 ? ask.staffIds : service.staffIds
  const isKnown = (id: string) => !view.unknown.includes(id)
  const able = ({ id }: { id: string }) => named.includes(id) && service.staffIds.includes(id) && isKnown(id)
  const people = policy.staff.filter(able)
  // Where all are needed and one of them has left, nobody can be offered.
  const staff = service.needs === 'all' && people.length < service.staffIds.length ? [] : people
  const { lengthMinutes, everyMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, needs } = service
  return {
    now: iso(ask.now),
    from: iso(ask.from),
    to: iso(ask.to),
    viewerTimeZone: ask.viewerTimeZone,
    staff: staff.map((person) => ({
      ...person,
      // Claims hold the buffers of whatever they are of.
      busy: [
        ...[...view.taken, ...view.outside].filter(({ resourceId }) => resourceId === staffName(person.id)),
        ...short,
      ].map(({ startsAt, endsAt }) => ({ start: iso(startsAt), end: iso(endsAt) })),
    })),
    service: { lengthMinutes, everyMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, needs },
  }
}

/** Dates of the class that have begun to fill, and still have a seat. */
function openSeats(service: ServiceRules, { sessions }: View, ask: Ask): Offer[] {
  return sessions
    .filter(
      ({ startsAt, takenSeats, staffIds }) =>
        takenSeats.length < service.seats &&
        startsAt >= Math.max(ask.from, ask.now + service.noticeMinutes * MINUTE_MS) &&
        startsAt < ask.to &&
        (ask.staffIds.length === 0 || ask.staffIds.some((id) => staffIds.includes(id))),
    )
    .map(({ startsAt, staffIds }) => ({ startsAt, staffIds }))
}

/** One offer for each start, in order. */
function merged(found: Offer[]): Offer[] {
  const byStart = new Map<number, Set<string>>()
  for (const { startsAt, staffIds } of found)
    byStart.set(startsAt, new Set([...(byStart.get(startsAt) ?? []), ...staffIds]))
  return [...byStart]
    .map(([startsAt, ids]) => ({ startsAt, staffIds: [...ids] }))
    .toSorted((a, b) => a.startsAt - b.startsAt)
}

/** Whether one more may begin then, by the limits of its day and week. */
function limit({ office: { timeZone } }: Policy, { mostPerDay, mostPerWeek }: ServiceRules, { starts }: View) {
  if (mostPerDay === null && mostPerWeek === null) return () => true
  const days = counted(starts.map((at) => dayNumberAt(timeZone, at)))
  const weeks = counted(starts.map((at) => mondayOf(dayNumberAt(timeZone, at))))
  return (at: number) => {
    const day = dayNumberAt(timeZone, at)
    return (
      (days.get(day) ?? 0) < (mostPerDay ?? Number.POSITIVE_INFINITY) &&
      (mostPerWeek === null || (weeks.get(mondayOf(day)) ?? 0) < mostPerWeek)
    )
  }
}

function counted(keys: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
