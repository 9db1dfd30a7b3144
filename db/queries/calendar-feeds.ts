import { and, asc, eq, exists } from 'drizzle-orm'
import { atomically } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Note } from '../schema/audit.ts'
import { type CalendarFeed, calendarFeeds } from '../schema/calendars.ts'
import type { Db } from '../schema/index.ts'
import { insertNote, insertNoteIf } from './audit.ts'

export type Whose = Pick<CalendarFeed, 'whose' | 'whoId'>

const isFeed = (officeId: OfficeId, { whose, whoId }: Whose) =>
  and(eq(calendarFeeds.officeId, officeId), eq(calendarFeeds.whose, whose), eq(calendarFeeds.whoId, whoId))

/** The feed that an address leads to, of whichever office: the hash of the secret is all that an address names. */
export async function feedByToken(directory: Db, tokenHash: string): Promise<CalendarFeed | null> {
  const [row] = await directory.select().from(calendarFeeds).where(eq(calendarFeeds.tokenHash, tokenHash))
  return row ?? null
}

export const feedsOf = (directory: Db, officeId: OfficeId): Promise<CalendarFeed[]> =>
  directory
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.officeId, officeId))
    .orderBy(asc(calendarFeeds.createdAt), asc(calendarFeeds.id))
    .then((rows) => rows)

/** A new address in the place of the old one, which leads nowhere from then on. */
export const replaceFeed = (directory: Db, feed: CalendarFeed, note: Note) =>
  atomically(directory, (db) => [
    db.delete(calendarFeeds).where(isFeed(feed.officeId, feed)),
    db.insert(calendarFeeds).values(feed),
    insertNote(db, note),
  ])

/** False: there is no such feed. */
export async function setPrivacy(directory: Db, officeId: OfficeId, who: Whose, privacy: CalendarFeed['privacy']) {
  const found = await directory
    .update(calendarFeeds)
    .set({ privacy })
    .where(isFeed(officeId, who))
    .returning({ id: calendarFeeds.id })
  return found.length > 0
}

/** False: there is no such feed. */
export async function removeFeed(directory: Db, officeId: OfficeId, who: Whose, note: Note): Promise<boolean> {
  const [, found] = await atomically(directory, (db) => [
    insertNoteIf(
      db,
      note,
      exists(db.select({ id: calendarFeeds.id }).from(calendarFeeds).where(isFeed(officeId, who))),
    ),
    db.delete(calendarFeeds).where(isFeed(officeId, who)).returning({ id: calendarFeeds.id }),
  ])
  return found.length > 0
}
