import type { DiaryAnswer, Entry, HoldAnswer } from '../../worker/kernel/diary.ts'
import type { BookRequest, KeepRequest } from '../../worker/kernel/diary-requests.ts'
import { DAY_MS, MINUTE_MS } from '../../worker/kernel/time.ts'
import { entryOf } from './entries.ts'
import { refused } from './replies.ts'
import { endOf, placeIn, unknownNow } from './room.ts'
import { freeTime, peopleOf, settle, type Turn, takeTime } from './turn.ts'

/** For how long a request waits for its answer, unless it would begin before that. */
const REQUEST_KEPT_MS = 3 * DAY_MS

/** Until when a request keeps its time. One for the next minutes gets at least those to be answered in. */
export const requestEnds = (now: number, startsAt: number) =>
  Math.max(now + MINUTE_MS, Math.min(now + REQUEST_KEPT_MS, startsAt))

/** Books an appointment, or time that is nobody's, in the place of what was kept for it. */
export function bookEntry(turn: Turn, request: BookRequest): DiaryAnswer {
  const { sql, policy, now } = turn
  const { appointmentId: id, wanted, title, kind, about, by, asCustomer } = request
  const known = entryOf(sql, id)?.entry ?? null
  if (known && known.status !== 'cancelled') return refused('overtaken')
  const service = policy.services.find((each) => each.id === wanted.serviceId)
  if (asCustomer && !service?.isPublic) return refused('closed')
  freeTime(turn, id)
  const placed = placeIn(turn, id, wanted)
  if (!placed.ok) return refused(placed.why, placed.alternatives)
  // What another calendar says is not known well just now, so that somebody has to look before it is agreed.
  const isUnknown = asCustomer && unknownNow(turn, placed.staffIds).length > 0
  const isRequest = asCustomer && (service?.needsApproval === true || isUnknown)
  const entry: Entry = {
    ...{ id, kind, title, serviceId: wanted.serviceId, startsAt: wanted.startsAt, endsAt: endOf(policy, wanted) },
    ...peopleOf(placed),
    bufferBeforeMinutes: service?.bufferBeforeMinutes ?? 0,
    bufferAfterMinutes: service?.bufferAfterMinutes ?? 0,
    status: isRequest ? 'requested' : 'confirmed',
    expiresAt: isRequest ? requestEnds(now, wanted.startsAt) : null,
    cancellation: null,
    version: (known?.version ?? 0) + 1,
    about: { ...about, createdAt: known?.about.createdAt ?? now },
  }
  takeTime(turn, entry, placed)
  settle(turn, entry, null, { deed: isRequest ? 'requested' : 'booked', by, at: now, changes: [] })
  return { ok: true, entry }
}

/** Keeps time while a form is open. It is judged like a booking; asked again, it takes the other time instead. */
export function keepTime(turn: Turn, { appointmentId: id, wanted, expiresAt }: KeepRequest): HoldAnswer {
  if (entryOf(turn.sql, id)) return refused('overtaken')
  const service = turn.policy.services.find((each) => each.id === wanted.serviceId)
  if (!service?.isPublic) return refused('closed')
  freeTime(turn, id)
  const placed = placeIn(turn, id, wanted)
  if (!placed.ok) return refused(placed.why, placed.alternatives)
  const { serviceId, startsAt } = wanted
  takeTime(turn, { id, serviceId, startsAt, endsAt: endOf(turn.policy, wanted), expiresAt }, placed)
  return { ok: true, startsAt, staffIds: placed.staffIds, expiresAt }
}
