import { mondayOf, startOfDay } from '../../worker/features/appointments/rules/local-days.ts'
import { horizonOf, offers } from '../../worker/features/appointments/rules/offers.ts'
import { type Placed, place, placeDirectly } from '../../worker/features/appointments/rules/place.ts'
import { OUTSIDE_RULES, type Policy, type ServiceRules } from '../../worker/features/appointments/rules/policy.ts'
import { staffName, unitName } from '../../worker/features/appointments/rules/resource-names.ts'
import { dayNumberAt } from '../../worker/features/appointments/rules/time/to-instant.ts'
import { claimed, type View } from '../../worker/features/appointments/rules/view.ts'
import type { Entry, Offer } from '../../worker/kernel/diary.ts'
import type { Wanted } from '../../worker/kernel/diary-requests.ts'
import { DAY_MS, MINUTE_MS } from '../../worker/kernel/time.ts'
import { liveBetween } from './claim-rows.ts'
import { classesOf } from './classes.ts'
import { loads, startsOf } from './entries.ts'
import { outsideOf, unknownOf } from './outside.ts'
import type { Turn } from './turn.ts'

/** How far around a refused time others are looked for, and how many of them are named. */
const ALTERNATIVES_WITHIN_MS = 14 * DAY_MS
const MOST_ALTERNATIVES = 6
const DAYS_IN_A_WEEK = 7

type Range = { from: number; to: number }
type Seeing = Pick<Turn, 'sql' | 'policy' | 'now' | 'asCustomer'>

/** The service as this appointment wants it: longer or shorter where a member says so. */
export const serviceOf = (
  { services }: Policy,
  { serviceId, startsAt, endsAt }: Pick<Wanted, 'serviceId' | 'startsAt' | 'endsAt'>,
) => {
  const service = services.find(({ id, isOpen }) => id === serviceId && isOpen)
  if (!service || endsAt === null) return service ?? null
  return { ...service, lengthMinutes: (endsAt - startsAt) / MINUTE_MS }
}

/** What others have taken of whatever the service could need, around these times. */
export function viewOf(turn: Seeing, service: ServiceRules, { from, to }: Range, appointmentId = ''): View {
  const { sql, policy } = turn
  const kinds = service.resources.map(({ kind }) => kind)
  const units = policy.resources.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => unitName(id))
  const margin = DAY_MS + (service.lengthMinutes + service.bufferBeforeMinutes + service.bufferAfterMinutes) * MINUTE_MS
  const names = [...service.staffIds.map(staffName), ...units]
  const claims = liveBetween(sql, from - margin, to + margin, names)
  const taken = claims.filter((claim) => claim.appointmentId !== appointmentId)
  const isLimited = service.mostPerDay !== null || service.mostPerWeek !== null
  const sessions = service.seats > 1 ? classesOf(sql, service.id, from - margin, to + margin, appointmentId) : []
  const outside = outsideOf(sql, service.staffIds, from - margin, to + margin)
  const starts = isLimited ? limitedStarts(sql, policy, service, { from, to }, appointmentId) : []
  return { taken, sessions, starts, outside, unknown: unknownFor(turn, service) }
}

/** Who is offered to no customer, because another calendar of theirs cannot be read. */
const unknownFor = (turn: Seeing, { staffIds }: ServiceRules): string[] =>
  turn.asCustomer && rulesOf(turn.policy).whenUnknown === 'refuse' ? unknownNow(turn, staffIds) : []

/** Of whom it is not known well whether another calendar has them busy. */
export function unknownNow({ sql, policy, now }: Seeing, staffIds: readonly string[]): string[] {
  return unknownOf(sql, staffIds, now - rulesOf(policy).unknownAfterMinutes * MINUTE_MS)
}

const rulesOf = ({ outside }: Policy) => outside ?? OUTSIDE_RULES

/** The starts of the whole weeks that the range touches. */
function limitedStarts(sql: SqlStorage, { office }: Policy, { id }: ServiceRules, { from, to }: Range, except: string) {
  const { timeZone } = office
  const first = startOfDay(timeZone, mondayOf(dayNumberAt(timeZone, from)))
  const last = startOfDay(timeZone, mondayOf(dayNumberAt(timeZone, to)) + DAYS_IN_A_WEEK)
  return startsOf(sql, id, first, last, except)
}

/** When it ends: as wanted, or as long after its start as the service takes. */
export const endOf = (policy: Policy, wanted: Pick<Wanted, 'serviceId' | 'startsAt' | 'endsAt'>): number =>
  wanted.endsAt ?? wanted.startsAt + (serviceOf(policy, wanted)?.lengthMinutes ?? 0) * MINUTE_MS

const OUTSIDE = { ok: false as const, why: 'taken' as const }

/** Who and what the appointment gets. Refused, it comes with times that are free. */
export function placeIn(turn: Turn, appointmentId: string, wanted: Wanted): Placed & { alternatives: Offer[] } {
  const { sql, policy, now } = turn
  const endsAt = endOf(policy, wanted)
  if (wanted.serviceId === null) {
    const isOutside = !wanted.override && outsideOf(sql, wanted.staffIds, wanted.startsAt, endsAt).length > 0
    const placed = isOutside ? OUTSIDE : direct(sql, { ...wanted, endsAt }, appointmentId)
    return { ...placed, alternatives: [] }
  }
  const service = serviceOf(policy, wanted)
  if (!service) return { ok: false, why: 'closed', alternatives: [] }
  const { startsAt } = wanted
  const view = viewOf(turn, service, { from: startsAt, to: endsAt }, appointmentId)
  const placed = place(policy, service, view, { ...wanted, endsAt, now, loadOf: loadsOn(turn, startsAt) })
  return { ...placed, alternatives: placed.ok ? [] : alternatives(turn, service, wanted, appointmentId) }
}

/** How many appointments somebody has on the day of an instant. */
function loadsOn({ sql, policy }: Turn, at: number): (staffId: string) => number {
  const { timeZone } = policy.office
  const day = dayNumberAt(timeZone, at)
  const found = loads(sql, startOfDay(timeZone, day), startOfDay(timeZone, day + 1))
  return (id) => found.get(id) ?? 0
}

/** The place that an appointment had, or for a seat any on the same class: whatever the hours and people are by now. */
export function placeAgain(turn: Turn, before: Entry): Placed {
  const { id, serviceId, staffIds, resourceIds, startsAt, endsAt, session } = before
  if (session && serviceId !== null) {
    const wanted = { serviceId, staffIds, resourceIds: [], startsAt, endsAt, viewerTimeZone: 'UTC', override: true }
    return placeIn(turn, id, wanted)
  }
  return direct(turn.sql, { staffIds, resourceIds, ...claimed(before, before) }, id)
}

type Direct = { staffIds: string[]; resourceIds: string[]; startsAt: number; endsAt: number }

/** Exactly these people and things. */
function direct(sql: SqlStorage, wanted: Direct, appointmentId: string): Placed {
  const { staffIds, resourceIds, startsAt, endsAt } = wanted
  const names = [...staffIds.map(staffName), ...resourceIds.map(unitName)]
  const taken = liveBetween(sql, startsAt, endsAt, names).filter((claim) => claim.appointmentId !== appointmentId)
  return placeDirectly({ taken }, { staffIds, resourceIds, startsAt, endsAt })
}

/** The free times nearest to the one that was refused, in their order. */
function alternatives(turn: Turn, service: ServiceRules, wanted: Wanted, appointmentId: string): Offer[] {
  const { policy, now } = turn
  const from = Math.max(now, wanted.startsAt - DAY_MS)
  const to = Math.min(wanted.startsAt + ALTERNATIVES_WITHIN_MS, horizonOf(policy, service, now))
  if (from >= to) return []
  const view = viewOf(turn, service, { from, to }, appointmentId)
  const { viewerTimeZone, staffIds } = wanted
  const found = offers(policy, service, view, { now, from, to, viewerTimeZone, staffIds })
  const distance = ({ startsAt }: Offer) => Math.abs(startsAt - wanted.startsAt)
  const nearest = found.toSorted((a, b) => distance(a) - distance(b)).slice(0, MOST_ALTERNATIVES)
  return nearest.toSorted((a, b) => a.startsAt - b.startsAt)
}
