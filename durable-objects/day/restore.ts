import { openOffice } from '#open'
import { type DeskRows, deskRows } from '../../db/queries/desk-rows.ts'
import type { Env } from '../../worker/env.ts'
import type { Policy } from '../../worker/features/appointments/rules/policy.ts'
import type { Claim, RebuildAnswer } from '../../worker/kernel/claims.ts'
import type { Entry } from '../../worker/kernel/diary.ts'
import type { DayBook } from '../day-book.ts'
import { requestEnds } from './book-entry.ts'
import { openClass } from './classes.ts'
import { keepEntry } from './entries.ts'
import { keepPolicy } from './kept.ts'

export type Restored = RebuildAnswer | { ok: false; why: 'not_empty' }
/** What the desk knows of time. What it told the screens stays: they go on listening. */
const TABLES = [
  ...['claims', 'answers', 'appointments', 'classes', 'replies', 'outbox', 'kept'],
  ...['outside_calendars', 'outside_busy'],
]

/** Reads the office's database, and fills the desk from it. */
export async function restoreFrom(
  env: Env,
  storage: DurableObjectStorage,
  book: DayBook,
  came: Policy,
): Promise<Restored> {
  const { office } = keepPolicy(storage.sql, came, Date.now())
  return restoreDay(storage, book, await deskRows(openOffice(env, office), office.id), Date.now())
}

/**
 * Puts what the database knows into a desk that knows nothing: after a seed, or after the object was lost. One that has
 * decided anything is left alone, because it is newer than its copy. Refused whole where two claims overlap.
 */
function restoreDay(storage: DurableObjectStorage, book: DayBook, rows: DeskRows, now: number): Restored {
  const { sql } = storage
  return storage.transactionSync(() => {
    const isEmpty = sql.exec('select 1 from appointments union all select 1 from claims limit 1').toArray().length === 0
    if (!isEmpty) return { ok: false, why: 'not_empty' }
    const ends = new Map(
      rows.appointments.flatMap(({ id, status, startsAt }) =>
        status === 'requested' && startsAt ? [[id, requestEnds(now, startsAt.getTime())] as const] : [],
      ),
    )
    const claims = rows.claims.map((row) => claimOf(row, ends.get(row.ownerId) ?? null))
    const answer = book.rebuild(claims)
    if (!answer.ok) return answer
    for (const row of rows.appointments) {
      const entry = entryOf(row, claims, ends.get(row.id) ?? null)
      if (entry) keepEntry(sql, entry, null)
    }
    reopenClasses(sql, rows)
    return answer
  })
}

/** Forgets all time of an office that is removed. */
export function clearDay(storage: DurableObjectStorage): void {
  storage.transactionSync(() => {
    for (const table of TABLES) storage.sql.exec(`delete from ${table}`)
  })
}

function claimOf(
  { id, ownerId, resourceId, startsAt, endsAt, isLive, version }: DeskRows['claims'][number],
  ends: number | null,
): Claim {
  const expiresAt = isLive ? ends : null
  const status = !isLive ? 'released' : expiresAt === null ? 'booked' : 'held'
  const time = { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }
  return { id, appointmentId: ownerId, resourceId, ...time, status, expiresAt, version }
}

function entryOf(
  row: DeskRows['appointments'][number],
  claims: readonly Claim[],
  expiresAt: number | null,
): Entry | null {
  const { id, kind, title, serviceId, staffIds, resourceIds, startsAt, endsAt, status, sessionId } = row
  if (!startsAt || !endsAt) return null
  const seat = claims.find(({ appointmentId, resourceId }) => appointmentId === id && resourceId.includes('#'))
  const { contactId, conversationId, note, answers, guest, source, createdAt } = row
  const { cancelledBy, cancelReason, cancelledAt, isLateCancel, bufferBeforeMinutes, bufferAfterMinutes } = row
  return {
    ...{
      id,
      kind,
      title,
      serviceId,
      staffIds,
      resourceIds,
      status,
      expiresAt,
      bufferBeforeMinutes,
      bufferAfterMinutes,
    },
    ...{ startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), version: row.deskVersion },
    session: sessionId === null ? null : { id: sessionId, seat: Number(seat?.resourceId.split('#').at(-1) ?? 1) },
    cancellation: cancelledBy && {
      ...{ by: cancelledBy, why: cancelReason ?? '', isLate: isLateCancel },
      at: (cancelledAt ?? createdAt).getTime(),
    },
    about: { contactId, conversationId, note, answers, guest, source, createdAt: createdAt.getTime() },
  }
}

/** The dates of classes on which somebody has a seat. */
function reopenClasses(sql: SqlStorage, { appointments }: DeskRows): void {
  const open = new Map(
    appointments.flatMap((row) => (row.sessionId && row.status !== 'cancelled' ? [[row.sessionId, row]] : [])),
  )
  for (const [id, { serviceId, startsAt, endsAt, staffIds, resourceIds }] of open)
    if (serviceId && startsAt && endsAt)
      openClass(sql, { id, serviceId, staffIds, resourceIds, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() })
}
