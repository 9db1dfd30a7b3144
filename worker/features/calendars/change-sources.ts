import type { z } from 'zod'
import { isConflict, isOvertaken } from '#dialect'
import {
  changeSource,
  countSources,
  insertSource,
  removeSource,
  sourceById,
  sourcesOf,
} from '../../../db/queries/calendar-sources.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { CalendarSource } from '../../../db/schema/calendars.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { MINUTE_MS } from '../../kernel/time.ts'
import { outboxRow } from '../../queue/outbox.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { sourceKey } from '../files/keys.ts'
import type { AddSource, ChangeSource, Refreshed, SourceId, SourceShown } from './input.ts'
import { feedAddress } from './rules/feed-address.ts'
import { isUnknown, READ_EVERY_MS } from './unknown.ts'
import { insistOnMember, type Needs as WhoseNeeds } from './whose-calendar.ts'

/** A small office has some; each is a request to somebody else's server every quarter of an hour. */
const MOST_SOURCES = 40
/** Whoever presses the button twice does not make us knock twice. */
const PAUSE_MS = MINUTE_MS

type Needs = WhoseNeeds &
  Pick<MemberCtx, 'office' | 'now' | 'newId' | 'desk' | 'jobs' | 'feeds' | 'diary' | 'files' | 'log'>

/** The other calendars that are followed, without their addresses. */
export async function listSources(needs: Needs): Promise<z.infer<typeof SourceShown>[]> {
  return (await sourcesOf(needs.db, needs.officeId)).map((source) => ({
    ...source,
    host: new URL(source.url).host,
    isUnknown: isUnknown(needs, source),
  }))
}

/** Follows another calendar of a member. It is read at once, and counts as unknown until then. */
export async function addSource(needs: Needs, input: z.infer<typeof AddSource>): Promise<{ id: string }> {
  const { db, officeId, now, newId, jobs, feeds, diary } = needs
  await insistOnMember(needs, input.userId)
  const address = feedAddress(input.url, feeds)
  if (!address.ok) throw new Refusal('invalid', address.why)
  if ((await countSources(db, officeId)) >= MOST_SOURCES)
    throw new Refusal('too_many', `Foyer follows ${MOST_SOURCES} calendars at most. Remove one that nobody needs.`)
  const known = await sourcesOf(db, officeId)
  if (known.some(({ url, userId }) => url === address.url && userId === input.userId))
    throw new Refusal('conflict', 'This calendar is followed already.')
  const id = newId()
  const { userId, name, isTentativeBusy } = input
  const job = outboxRow(needs, { kind: 'read_calendar', sourceId: id })
  const source: CalendarSource = {
    ...{ officeId, id, userId, name, url: address.url, isTentativeBusy, version: 1, createdAt: now() },
    ...{ etag: null, lastModified: null, readAt: null, busyTimes: 0, followedAt: null, notTaken: 0 },
    ...{ problem: null, failures: 0, nextAt: new Date(now().getTime() + READ_EVERY_MS) },
  }
  await diary.takeReading({ calendarId: id, staffId: userId, generation: 0, readAt: null, busy: [] })
  await commit(
    db,
    alone((db) => [insertSource(db, source), insertJob(db, job)]),
  )
  await jobs.send([job])
  await tell(needs)
  return { id }
}

/** Its name, and whether what is tentative there counts. Then it is followed anew. */
export async function updateSource(needs: Needs, input: z.infer<typeof ChangeSource>): Promise<void> {
  const source = await knownSource(needs, input.id)
  const { name, isTentativeBusy } = input
  // Without the marks of the copy, the next reading follows it anew.
  await change(needs, source, { name, isTentativeBusy, etag: null, lastModified: null })
}

/** Reads it now, unless that was just done. */
export async function refreshSource(
  needs: Needs,
  { id }: z.infer<typeof SourceId>,
): Promise<z.infer<typeof Refreshed>> {
  const source = await knownSource(needs, id)
  const justRead = needs.now().getTime() - (source.readAt?.getTime() ?? 0) < PAUSE_MS && source.problem === null
  if (!justRead) await change(needs, source, {})
  return { isAsked: !justRead }
}

/** Follows it no more: nobody is busy by it from now on. */
export async function forgetSource(needs: Needs, { id }: z.infer<typeof SourceId>): Promise<void> {
  await knownSource(needs, id)
  await dropSource(needs, id)
  await tell(needs)
}

/** First the row, so that no reading brings it back to the desk. */
export async function dropSource(
  { db, officeId, diary, files }: Pick<Needs, 'db' | 'officeId' | 'diary' | 'files'>,
  id: string,
): Promise<void> {
  await removeSource(db, officeId, id)
  await diary.forgetCalendar(id)
  await files.removeAll(sourceKey(officeId, id))
}

async function knownSource(needs: Needs, id: string): Promise<CalendarSource> {
  const source = await sourceById(needs.db, needs.officeId, id)
  if (!source) throw notFound('calendar')
  // Whoever left has nobody but the owners to decide about what they left behind.
  if (source.userId !== needs.member.userId && needs.member.role !== 'owner')
    throw new Refusal('not_allowed', 'Only an owner may do this for somebody else. Your own calendar is yours.')
  return source
}

async function change(needs: Needs, source: CalendarSource, columns: Parameters<typeof changeSource>[2]) {
  const { db, jobs, now } = needs
  const job = outboxRow(needs, { kind: 'read_calendar', sourceId: source.id }, `${source.id}.${source.version}`)
  const nextAt = new Date(now().getTime() + READ_EVERY_MS)
  try {
    await commit(
      db,
      alone((db) => [changeSource(db, source, { ...columns, nextAt }), insertJob(db, job)]),
    )
  } catch (error) {
    if (!isOvertaken(error) && !isConflict(error)) throw error
    throw new Refusal('conflict', 'This calendar is being read just now. Please try again in a moment.')
  }
  await jobs.send([job])
  await tell(needs)
}

const tell = ({ desk, officeId, member }: Needs) =>
  desk.announce([{ topic: 'calendar', ids: [officeId], by: member.userId }])
