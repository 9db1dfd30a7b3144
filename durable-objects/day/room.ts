import { startOfDay, dayAfter, dayOf, mondayOf } from '../../worker/features/appointments/rules/local-days.ts'
import { horizonOf, offers } from '../../worker/features/appointments/rules/offers.ts'
import { type Placed, place, placeDirectly } from '../../worker/features/appointments/rules/place.ts'
import type { Policy, ServiceRules } from '../../worker/features/appointments/rules/policy.ts'
import { staffName, unitName } from '../../worker/features/appointments/rules/resource-names.ts'
import type { View } from '../../worker/features/appointments/rules/view.ts'
import type { Offer } from '../../worker/kernel/diary.ts'
import type { Wanted } from '../../worker/kernel/diary-requests.ts'
import { DAY_MS, MINUTE_MS } from '../../worker/kernel/time.ts'
import { liveBetween } from './claim-rows.ts'
import { classesOf } from './classes.ts'
import { loads, startsOf } from './entries.ts'

/** How far around a refused time others are looked for, and how many of them are named. */
const ALTERNATIVES_WITHIN_MS = 14 * DAY_MS
const MOST_ALTERNATIVES = 6

export type Room = { policy: Policy; now: number; appointmentId: string }
type Range = { from: number; to: number }

/** The service as this appointment wants it: longer or shorter where a member says so. */
export const serviceOf = ({ services }: Policy, { serviceId, startsAt, endsAt }: Pick<Wanted, 'serviceId' | 'startsAt' | 'endsAt'>) => {
  const service = services.find(({ id, isOpen }) => id === serviceId && isOpen)
  if (!service || endsAt === null) return service ?? null
  return { ...service, lengthMinutes: (endsAt - startsAt) / MINUTE_MS }
}

/** What others have taken of whatever the service could need, around these times. */
export function viewOf(sql: SqlStorage, { policy, appointmentId }: Omit<Room, 'now'>, service: ServiceRules, { from, to }: Range): View {
  const kinds = service.resources.map(({ kind }) => kind)
  const units = policy.resources.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => unitName(id))
  const margin =
    DAY_MS + (service.lengthMinutes + service.bufferBeforeMinutes + service.bufferAfterMinutes) * MINUTE_MS
  const names = [...service.staffIds.map(staffName), ...units]
  const claims = liveBetween(sql, from - margin, to + margin, names)
  const taken = claims.filter((claim) => claim.appointmentId !== appointmentId)
  const isLimited = service.mostPerDay !== null || service.mostPerWeek !== null
  const sessions = service.seats > 1 ? classesOf(sql, service.id, from - margin, to + margin, appointmentId) : []
  return { taken, sessions, starts: isLimited ? limitedStarts(sql, policy, service, { from, to }, appointmentId) : [] }
}

/** The starts of the whole weeks that the range touches. */
function limitedStarts(sql: SqlStorage, { office }: Policy, { id }: ServiceRules, { from, to }: Range, except: string) {
  const { timeZone } = office
  const first = startOfDay(timeZone, mondayOf(dayOf(timeZone, from)))
  const last = startOfDay(timeZone, dayAfter(mondayOf(dayOf(timeZone, to)), 7))
  return startsOf(sql, id, first, last, except)
}

/** Who and what the appointment gets. Refused, it comes with times that are free. */
export function placeIn(sql: SqlStorage, room: Room, wanted: Wanted): Placed & { alternatives: Offer[] } {
  const { policy, now, appointmentId } = room
  if (wanted.serviceId === null) return { ...direct(sql, wanted, appointmentId), alternatives: [] }
  const service = serviceOf(policy, wanted)
  if (!service) return { ok: false, why: 'closed', alternatives: [] }
  const { startsAt } = wanted
  const endsAt = startsAt + service.lengthMinutes * MINUTE_MS
  const view = viewOf(sql, room, service, { from: startsAt, to: endsAt })
  const { timeZone } = policy.office
  const day = dayOf(timeZone, startsAt)
  const busy = loads(sql, startOfDay(timeZone, day), startOfDay(timeZone, dayAfter(day, 1)))
  const loadOf = (id: string) => busy.get(id) ?? 0
  const placed = place(policy, service, view, { ...wanted, endsAt, now, loadOf })
  return { ...placed, alternatives: placed.ok ? [] : alternatives(sql, room, service, wanted) }
}

/** Exactly these people and things. */
export function direct(
  sql: SqlStorage,
  { staffIds, resourceIds, startsAt, endsAt }: Pick<Wanted, 'staffIds' | 'resourceIds' | 'startsAt' | 'endsAt'>,
  appointmentId: string,
): Placed {
  const end = endsAt ?? startsAt
  const names = [...staffIds.map(staffName), ...resourceIds.map(unitName)]
  const taken = liveBetween(sql, startsAt, end, names).filter((claim) => claim.appointmentId !== appointmentId)
  return placeDirectly({ taken }, { staffIds, resourceIds, startsAt, endsAt: end })
}

/** The free times nearest to the one that was refused, in their order. */
function alternatives(sql: SqlStorage, room: Room, service: ServiceRules, wanted: Wanted): Offer[] {
  const { policy, now } = room
  const from = Math.max(now, wanted.startsAt - DAY_MS)
  const to = Math.min(wanted.startsAt + ALTERNATIVES_WITHIN_MS, horizonOf(policy, service, now))
  if (from >= to) return []
  const view = viewOf(sql, room, service, { from, to })
  const { viewerTimeZone, staffIds } = wanted
  const found = offers(policy, service, view, { now, from, to, viewerTimeZone, staffIds })
  const distance = ({ startsAt }: Offer) => Math.abs(startsAt - wanted.startsAt)
  const nearest = found.toSorted((a, b) => distance(a) - distance(b)).slice(0, MOST_ALTERNATIVES)
  return nearest.toSorted((a, b) => a.startsAt - b.startsAt)
}
