import type { Span } from '../../../kernel/claims.ts'
import { MINUTE_MS } from '../../../kernel/time.ts'
import { overlaps } from './overlaps.ts'
import type { Policy, ServiceRules } from './policy.ts'
import { unitName } from './resource-names.ts'

/** A date of a class that has been opened. */
export type Session = {
  id: string
  serviceId: string
  staffIds: string[]
  resourceIds: string[]
  startsAt: number
  endsAt: number
  takenSeats: number[]
}

/** What is taken around the time in question, without what whoever asks has taken already. */
export type View = {
  /** Live claims, buffers included. */
  taken: Span[]
  /** The starts of the service's appointments, for its limits. */
  starts: number[]
  sessions: Session[]
  /** When its people are busy by other calendars. No claims: a member may go past them. */
  outside: Span[]
  /** Of whom it is not known whether another calendar has them busy, where the office offers nobody then. */
  unknown: string[]
}

/** The time that an appointment of this service claims: its own, and the buffers around it. */
export const claimed = (
  { bufferBeforeMinutes, bufferAfterMinutes }: Pick<ServiceRules, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>,
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
) => ({ startsAt: startsAt - bufferBeforeMinutes * MINUTE_MS, endsAt: endsAt + bufferAfterMinutes * MINUTE_MS })

/** Whether nobody else has the resource for any of this time. */
export const isFree = (
  { taken }: Pick<View, 'taken'>,
  resourceId: string,
  time: { startsAt: number; endsAt: number },
) => !taken.some((span) => span.resourceId === resourceId && overlaps(span, time))

const unitsOf = ({ resources }: Policy, kind: string) => resources.filter((unit) => unit.kind === kind)

/** The first free units of all that the service needs, or null: one unit for the whole time, never a relay of two. */
export function freeUnits(
  policy: Policy,
  { resources }: Pick<ServiceRules, 'resources'>,
  view: Pick<View, 'taken'>,
  time: { startsAt: number; endsAt: number },
): string[] | null {
  const found: string[] = []
  for (const { kind, quantity } of resources) {
    const free = unitsOf(policy, kind).filter(({ id }) => !found.includes(id) && isFree(view, unitName(id), time))
    if (free.length < quantity) return null
    found.push(...free.slice(0, quantity).map(({ id }) => id))
  }
  return found
}

/** When too few units of a kind are free for the service, whoever does it may as well be busy. */
export function shortages(policy: Policy, { resources }: Pick<ServiceRules, 'resources'>, { taken }: View) {
  return resources.flatMap(({ kind, quantity }) => {
    const units = unitsOf(policy, kind)
    const names = new Set(units.map(({ id }) => unitName(id)))
    return busierThan(
      taken.filter(({ resourceId }) => names.has(resourceId)),
      units.length - quantity,
    )
  })
}

/** When more than `most` of these spans run at once. */
function busierThan(spans: readonly Span[], most: number): { startsAt: number; endsAt: number }[] {
  const edges = spans
    .flatMap(({ startsAt, endsAt }) => [
      { at: startsAt, by: 1 },
      { at: endsAt, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.by - b.by)
  const found: { startsAt: number; endsAt: number }[] = []
  let running = 0
  let since: number | null = null
  for (const { at, by } of edges) {
    running += by
    if (running > most && since === null) since = at
    if (running <= most && since !== null) {
      if (at > since) found.push({ startsAt: since, endsAt: at })
      since = null
    }
  }
  return found
}
