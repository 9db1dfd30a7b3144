import { isOvertaken } from '#dialect'
import { changeSource, sourceById } from '../../../db/queries/calendar-sources.ts'
import { membersOf } from '../../../db/queries/members.ts'
import { alone, commit, joined } from '../../../db/queries/plan.ts'
import type { CalendarSource } from '../../../db/schema/calendars.ts'
import type { OfficeCtx } from '../../context.ts'
import { DAY_MS } from '../../kernel/time.ts'
import { sourceKey } from '../files/keys.ts'
import { dropSource } from './change-sources.ts'
import type { FeedAnswer } from './feeds.ts'
import { overlapNotices, unreadNotices } from './plan-notices.ts'
import { type BusyTime, type Outside, outsideBusy } from './rules/outside.ts'

/** How often the copy is followed anew although it did not change, because the days that it is followed into move on. */
const FOLLOWED_EVERY_MS = DAY_MS

type Found =
  | { ok: true; marks: Partial<CalendarSource>; outside: (Outside & { ok: true }) | null }
  | { ok: false; why: string }

/**
 * The job that reads somebody's other calendar and tells the desk when they are busy by it. The last good copy stays in
 * force while it cannot be read. What is booked over something new is told to whoever it concerns, and stays booked.
 */
export async function readSource(needs: OfficeCtx, sourceId: string): Promise<void> {
  const { db, directory, officeId, feeds, desk } = needs
  const source = await sourceById(db, officeId, sourceId)
  if (!source) return
  const members = await membersOf(directory, officeId)
  // Whoever left the office is busy for it no more.
  if (!members.some(({ userId }) => userId === source.userId)) return dropSource(needs, sourceId)
  const isOld = needs.now().getTime() - (source.followedAt?.getTime() ?? 0) > FOLLOWED_EVERY_MS
  const found = await follow(needs, source, await feeds.read(source.url, source), isOld)
  try {
    const told = await (found.ok ? keep(needs, source, found) : keepProblem(needs, source, found.why))
    await desk.announce([{ topic: 'calendar', ids: [sourceId], by: null }, ...told])
  } catch (error) {
    // Another reading came first, and knows no less.
    if (!isOvertaken(error)) throw error
  }
}

/** What of an answer is new to the desk: null where it knows it already. */
async function follow(needs: OfficeCtx, source: CalendarSource, answer: FeedAnswer, isOld: boolean): Promise<Found> {
  const { files, office, officeId, now, env } = needs
  if (answer.kind === 'failed') return { ok: false, why: answer.why }
  if (answer.kind === 'unchanged' && !isOld) return { ok: true, marks: {}, outside: null }
  const key = sourceKey(officeId, source.id)
  const copy = answer.kind === 'read' ? null : await files.get(key)
  // The copy is lost: without its marks, it is sent anew the next time.
  if (answer.kind === 'unchanged' && !copy)
    return { ok: true, marks: { etag: null, lastModified: null }, outside: null }
  const text = answer.kind === 'read' ? answer.text : await new Response(copy?.body).text()
  const outside = outsideBusy(text, {
    now: now().getTime(),
    timeZone: office.timeZone,
    host: new URL(env.PUBLIC_URL).host,
    isTentativeBusy: source.isTentativeBusy,
  })
  if (!outside.ok) return { ok: false, why: outside.why }
  if (answer.kind === 'unchanged') return { ok: true, marks: {}, outside }
  await files.put(key, answer.text, 'text/calendar')
  return { ok: true, marks: { etag: answer.etag, lastModified: answer.lastModified }, outside }
}

/**
 * The desk hears it first: were it not written then, the same is told and written at the next attempt. Answers what the
 * screens are to be told.
 */
async function keep(needs: OfficeCtx, source: CalendarSource, { marks, outside }: Found & { ok: true }) {
  const { db, diary, now } = needs
  const readAt = now()
  const told = await tellDesk(needs, source, outside?.busy ?? null, readAt)
  const counts = outside
    ? { busyTimes: outside.busy.length, notTaken: outside.notTaken.length, followedAt: readAt }
    : {}
  const columns = { ...marks, ...told.marks, ...counts, readAt, problem: null, failures: 0 }
  const notices = await overlapNotices(needs, source, told.overlaps)
  await commit(
    db,
    joined(
      alone((db) => [changeSource(db, source, columns)]),
      ...notices,
    ),
  )
  // Removed while it was read: nobody else would tell the desk any more.
  if (!(await sourceById(db, needs.officeId, source.id))) await diary.forgetCalendar(source.id)
  return notices.flatMap(({ changes }) => changes)
}

async function keepProblem(needs: OfficeCtx, source: CalendarSource, problem: string) {
  await tellDesk(needs, source, null, source.readAt)
  const notices = await unreadNotices(needs, source)
  await commit(
    needs.db,
    joined(
      alone((db) => [changeSource(db, source, { problem, failures: source.failures + 1 })]),
      ...notices,
    ),
  )
  return notices.flatMap(({ changes }) => changes)
}

/**
 * Tells the desk what is new. One that was set back in time may not know the old: it is told all of the copy again, and
 * without a copy that nothing is known of this calendar, which is then asked to be sent whole.
 */
async function tellDesk(needs: OfficeCtx, source: CalendarSource, busy: BusyTime[] | null, readAt: Date | null) {
  const { diary } = needs
  const reading = { calendarId: source.id, staffId: source.userId, generation: source.version }
  const overlaps = await diary.takeReading({ ...reading, busy, readAt: readAt?.getTime() ?? null })
  if (overlaps) return { overlaps, marks: {} }
  const copy = await follow(needs, source, { kind: 'unchanged' }, true)
  const known = copy.ok ? copy.outside : null
  const again = { ...reading, busy: known?.busy ?? [], readAt: known ? (readAt?.getTime() ?? null) : null }
  return { overlaps: (await diary.takeReading(again)) ?? [], marks: copy.ok ? copy.marks : {} }
}
