import { cutOffOf, mayMark } from '../../worker/features/appointments/rules/next-status.ts'
import type { Policy } from '../../worker/features/appointments/rules/policy.ts'
import { toldChanges } from '../../worker/features/appointments/rules/told-changes.ts'
import type { Cancellation, DiaryAnswer, Entry } from '../../worker/kernel/diary.ts'
import type { CancelRequest, MarkRequest, MoveRequest, Wanted } from '../../worker/kernel/diary-requests.ts'
import { requestEnds } from './book-entry.ts'
import { claimsOf } from './claim-rows.ts'
import { refused } from './replies.ts'
import { endOf, placeIn } from './room.ts'
import { freeTime, peopleOf, settle, type Turn, takeTime } from './turn.ts'

const DEED_OF = { confirmed: 'confirmed', arrived: 'arrived', done: 'done', no_show: 'missed' } as const
const OVER: readonly Entry['status'][] = ['done', 'no_show']

/** Whether the time is over until which the customer may change it themselves. */
function isLateFor({ services }: Policy, entry: Entry, now: number): boolean {
  const service = services.find(({ id }) => id === entry.serviceId)
  return now > cutOffOf(entry, service ?? { cutOffMinutes: 0 })
}

/** Other time or other people. Its own old time is no hindrance; refused, nothing has changed. */
export function moveEntry(turn: Turn, entry: Entry, request: MoveRequest): DiaryAnswer {
  const { policy, now } = turn
  if (entry.status === 'cancelled' || OVER.includes(entry.status)) return refused('not_possible')
  if (request.asCustomer && isLateFor(policy, entry, now)) return refused('too_late')
  const { id, serviceId, resourceIds } = entry
  const staffIds = serviceId === null && request.wanted.staffIds.length === 0 ? entry.staffIds : request.wanted.staffIds
  const length = serviceId === null ? entry.endsAt - entry.startsAt : null
  const endsAt = request.wanted.endsAt ?? (length === null ? null : request.wanted.startsAt + length)
  const wanted: Wanted = { ...request.wanted, endsAt, staffIds, serviceId, resourceIds }
  freeTime(turn, id)
  const placed = placeIn(turn, id, wanted)
  if (!placed.ok) return refused(placed.why, placed.alternatives)
  const { startsAt } = wanted
  const next: Entry = {
    ...entry,
    ...peopleOf(placed),
    ...{ startsAt, endsAt: endOf(policy, wanted), version: entry.version + 1 },
    expiresAt: entry.status === 'requested' ? requestEnds(now, startsAt) : null,
  }
  takeTime(turn, next, placed)
  settle(turn, next, entry, { deed: 'moved', by: request.by, at: now, changes: toldChanges(policy, entry, next) })
  return { ok: true, entry: next }
}

/** Calls it off and gives its time back. Twice is fine, and changes nothing. */
export function cancelEntry(turn: Turn, entry: Entry, request: CancelRequest): DiaryAnswer {
  const { policy, now } = turn
  if (entry.status === 'cancelled') return { ok: true, entry }
  if (OVER.includes(entry.status)) return refused('not_possible')
  const isPast = isLateFor(policy, entry, now)
  if (request.asCustomer && isPast) return refused('too_late')
  const isTheirs = request.asCustomer || request.customerAsked
  const { why, by } = request
  freeTime(turn, entry.id)
  const next = calledOff(entry, { by: isTheirs ? 'customer' : 'office', why, at: now, isLate: isTheirs && isPast })
  const changes = why ? [{ field: 'Why', before: null, after: why }] : []
  settle(turn, next, entry, { deed: 'cancelled', by, at: now, changes })
  return { ok: true, entry: next }
}

export const calledOff = (entry: Entry, cancellation: Cancellation): Entry => ({
  ...entry,
  status: 'cancelled',
  expiresAt: null,
  cancellation,
  version: entry.version + 1,
})

/** Confirmed, arrived, done, or nobody came; and back again. */
export function markEntry(turn: Turn, entry: Entry, { status, by }: MarkRequest): DiaryAnswer {
  const { sql, book, now } = turn
  const may = mayMark(now, entry, status)
  if (!may.ok) return refused(may.why)
  // What was only kept until it is answered is booked for good.
  if (entry.status === 'requested')
    book.take({ appointmentId: entry.id, spans: claimsOf(sql, entry.id) }, { verb: 'claim' }, now)
  const next = { ...entry, status, expiresAt: null, version: entry.version + 1 }
  const isBack = status === 'confirmed' && entry.status !== 'requested'
  settle(turn, next, entry, { deed: isBack ? 'reopened' : DEED_OF[status], by, at: now, changes: [] })
  return { ok: true, entry: next }
}
