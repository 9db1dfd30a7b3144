import type { Span } from '../../../kernel/claims.ts'
import { offerAt } from './offers.ts'
import type { Policy, ServiceRules } from './policy.ts'
import { seatName, sessionIdOf, staffName, unitName } from './resource-names.ts'
import { claimed, freeUnits, isFree, type Session, type View } from './view.ts'

export type Want = {
  now: number
  startsAt: number
  endsAt: number
  viewerTimeZone: string
  /** Whom it is wanted with; nobody named: with anyone. */
  staffIds: readonly string[]
  /** A member may go past hours, notice, limits and the grid, and never over what is taken. */
  override: boolean
  /** How many appointments somebody has that day; the one with the fewest gets it. */
  loadOf: (staffId: string) => number
}

/** Who and what an appointment gets, and the time it claims of them. */
export type Place = {
  staffIds: string[]
  resourceIds: string[]
  spans: Span[]
  /** The seat on a date of a class; `opens` what that date itself claims, where this is its first. */
  session: { id: string; seat: number; opens: Span[] | null } | null
}
export type Placed = ({ ok: true } & Place) | { ok: false; why: 'taken' | 'not_offered' | 'closed' }

const no = (why: 'taken' | 'not_offered' | 'closed') => ({ ok: false as const, why })

/** Who and what this appointment of a service gets: decided on what is taken now. */
export function place(policy: Policy, service: ServiceRules, view: View, want: Want): Placed {
  const working = new Set(policy.staff.map(({ id }) => id))
  const able = service.staffIds.filter((id) => working.has(id))
  const isLacking = service.needs === 'all' && able.length < service.staffIds.length
  if (able.length === 0 || isLacking || want.staffIds.some((id) => !able.includes(id))) return no('closed')
  const teams = teamsFor(policy, service, view, want, able)
  if (typeof teams === 'string') return no(teams)
  const open = view.sessions.find((session) => isJoinable(session, service, want, teams))
  if (open) return { ok: true, ...seatOn(open, service) }
  const time = claimed(service, want)
  const resourceIds = freeUnits(policy, service, view, time)
  const team = teams.find((ids) => ids.every((id) => isFree(view, staffName(id), time)))
  if (!team || !resourceIds) return no('taken')
  const spans = spansOf([...team.map(staffName), ...resourceIds.map(unitName)], time)
  if (service.seats === 1) return { ok: true, staffIds: team, resourceIds, spans, session: null }
  const id = sessionIdOf(service.id, want, team)
  const { startsAt, endsAt } = want
  const opened = { id, serviceId: service.id, staffIds: team, resourceIds, startsAt, endsAt, takenSeats: [] }
  const seat = seatOn(opened, service)
  return { ok: true, ...seat, session: { id, seat: 1, opens: spans } }
}

/** Those who could do it then, each a list of people, the least busy first; or why nobody can. */
function teamsFor(policy: Policy, service: ServiceRules, view: View, want: Want, able: string[]) {
  const named = want.staffIds.length > 0 ? [...want.staffIds] : able
  const asked = service.needs === 'all' ? able : named
  const byLoad = (ids: readonly string[]) => ids.toSorted((a, b) => want.loadOf(a) - want.loadOf(b))
  const asTeams = (ids: readonly string[]) => (service.needs === 'all' ? [[...able]] : byLoad(ids).map((id) => [id]))
  if (want.override) return asTeams(asked)
  const ask = { now: want.now, viewerTimeZone: want.viewerTimeZone, staffIds: want.staffIds }
  const offer = offerAt(policy, service, view, ask, want.startsAt)
  if (offer) return asTeams(offer.staffIds)
  const empty = { taken: [], starts: [], sessions: [], outside: [], unknown: [] }
  return offerAt(policy, service, empty, ask, want.startsAt) ? 'taken' : 'not_offered'
}

const isJoinable = (session: Session, service: ServiceRules, want: Want, teams: readonly string[][]) =>
  session.startsAt === want.startsAt &&
  session.endsAt === want.endsAt &&
  session.takenSeats.length < service.seats &&
  teams.some((team) => team.every((id) => session.staffIds.includes(id)))

/** The lowest free seat. */
function seatOn({ id, staffIds, resourceIds, startsAt, endsAt, takenSeats }: Session, service: ServiceRules): Place {
  const seats = Array.from({ length: service.seats }, (_, n) => n + 1)
  const seat = seats.find((n) => !takenSeats.includes(n)) ?? service.seats + 1
  const spans = [{ resourceId: seatName(id, seat), startsAt, endsAt }]
  return { staffIds, resourceIds, spans, session: { id, seat, opens: null } }
}

const spansOf = (names: readonly string[], time: { startsAt: number; endsAt: number }): Span[] =>
  names.map((resourceId) => ({ resourceId, ...time }))

/** What belongs to no service: these people and things, and no rule but that nobody else has them. */
export function placeDirectly(
  view: Pick<View, 'taken'>,
  {
    staffIds,
    resourceIds,
    startsAt,
    endsAt,
  }: { staffIds: string[]; resourceIds: string[]; startsAt: number; endsAt: number },
): Placed {
  const spans = spansOf([...staffIds.map(staffName), ...resourceIds.map(unitName)], { startsAt, endsAt })
  const isTaken = spans.some((span) => !isFree(view, span.resourceId, span))
  return isTaken ? no('taken') : { ok: true, staffIds, resourceIds, spans, session: null }
}
