import { MINUTE_MS } from '../../../../kernel/time.ts'
import { type Interval, without } from '../intervals.ts'
import { overlaps } from '../overlaps.ts'
import type { StaffRules } from '../policy.ts'
import { openTimes } from './open-times.ts'

/** Something in the calendar, with the time around it that is kept free. */
export type Placed = Interval & {
  id: string
  staffIds: readonly string[]
  resourceIds: readonly string[]
  sessionId: string | null
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
}

/** Why the time would probably be refused: another has it, or whoever is meant does not work then. */
export type Clash = { why: 'taken'; by: Placed } | { why: 'closed' }

const claimedBy = ({ startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes }: Placed): Interval => ({
  startsAt: startsAt - bufferBeforeMinutes * MINUTE_MS,
  endsAt: endsAt + bufferAfterMinutes * MINUTE_MS,
})

const shares = (some: readonly string[], others: readonly string[]) => some.some((id) => others.includes(id))

/**
 * What speaks against something where it is dragged to, as far as this screen knows; the desk decides. Seats on one date
 * of a class stand in nobody's way.
 */
export function clashOf(wanted: Placed, others: readonly Placed[], staff: readonly StaffRules[]): Clash | null {
  const time = claimedBy(wanted)
  const by = others.find(
    (other) =>
      other.id !== wanted.id &&
      (other.sessionId === null || other.sessionId !== wanted.sessionId) &&
      (shares(other.staffIds, wanted.staffIds) || shares(other.resourceIds, wanted.resourceIds)) &&
      overlaps(claimedBy(other), time),
  )
  if (by) return { why: 'taken', by }
  const own = { startsAt: wanted.startsAt, endsAt: wanted.endsAt }
  const isClosed = staff
    .filter(({ id, hours, dateHours }) => wanted.staffIds.includes(id) && (hours.length > 0 || dateHours.length > 0))
    .some((person) => without([own], openTimes([person], own)).length > 0)
  return isClosed ? { why: 'closed' } : null
}
