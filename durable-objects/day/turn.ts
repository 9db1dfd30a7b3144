import type { Place } from '../../worker/features/appointments/rules/place.ts'
import type { Policy } from '../../worker/features/appointments/rules/policy.ts'
import type { Entry, Refused, Told } from '../../worker/kernel/diary.ts'
import type { DayBook } from '../day-book.ts'
import { claimsOf } from './claim-rows.ts'
import { classOfSeat, forgetClass, openClass, takenSeats } from './classes.ts'
import { keepEntry } from './entries.ts'
import { leave } from './outbox.ts'
import { refused } from './replies.ts'

/** One request while it is decided: nothing in it is awaited. `touched` are the classes whose time it changed. */
export type Turn = {
  sql: SqlStorage
  book: DayBook
  policy: Policy
  now: number
  asCustomer: boolean
  touched: Set<string>
}

/** Carries a refusal out of a transaction, which is thereby rolled back. */
export class Undone extends Error {
  readonly answer: Refused

  constructor(answer: Refused) {
    super(answer.why)
    this.answer = answer
  }
}

/** Gives the time of an appointment back, and that of its class when nobody else has a seat on it. */
export function freeTime({ sql, book, touched }: Turn, id: string): void {
  const classId = classOfSeat(sql, id)
  book.giveBack(id)
  if (classId === null || takenSeats(sql, classId, id).length > 0) return
  book.giveBack(classId)
  forgetClass(sql, classId)
  touched.add(classId)
}

type Taking = { id: string; serviceId: string | null; startsAt: number; endsAt: number; expiresAt: number | null }

/** Takes the time of a place; with the first seat of a class, that of its people and room as well. */
export function takeTime(turn: Turn, taking: Taking, { spans, session, staffIds, resourceIds }: Place): void {
  const { sql, touched } = turn
  const { id, serviceId, startsAt, endsAt, expiresAt } = taking
  if (session?.opens && serviceId !== null) {
    take(turn, session.id, session.opens, null)
    openClass(sql, { id: session.id, serviceId, startsAt, endsAt, staffIds, resourceIds })
    touched.add(session.id)
  }
  take(turn, id, spans, expiresAt)
}

function take({ book, now }: Turn, appointmentId: string, spans: Place['spans'], expiresAt: number | null): void {
  const wish = expiresAt === null ? { verb: 'claim' as const } : { verb: 'hold' as const, expiresAt }
  const answer = book.take({ appointmentId, spans }, wish, now)
  if (!answer.ok) throw new Undone(refused(answer.why === 'taken' ? 'taken' : 'invalid'))
}

/** Keeps an appointment as it is now, and leaves it for the database with the time that is claimed for it. */
export function settle({ sql, touched }: Turn, entry: Entry, before: Entry | null, told: Told | null): void {
  keepEntry(sql, entry, before)
  const owners = new Set([entry.id, ...(entry.session ? [entry.session.id] : []), ...touched])
  touched.clear()
  leave(sql, { entry, claims: [...owners].flatMap((id) => claimsOf(sql, id)), told })
}

/** Leaves what changed of classes without an appointment that would tell it. */
export function settleRest({ sql, touched }: Turn): void {
  const claims = [...touched].flatMap((id) => claimsOf(sql, id))
  touched.clear()
  if (claims.length > 0) leave(sql, { entry: null, claims, told: null })
}

/** What of a place stands in the appointment. */
export const peopleOf = ({ staffIds, resourceIds, session }: Place) => ({
  staffIds,
  resourceIds,
  session: session && { id: session.id, seat: session.seat },
})
