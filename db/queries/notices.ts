import { and, desc, eq, isNull, lte } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Db } from '../schema/index.ts'
import { type NewNotice, type Notice, notices } from '../schema/notices.ts'

const isOf = (officeId: OfficeId, userId: string) => and(eq(notices.officeId, officeId), eq(notices.userId, userId))

/** The statement that tells a member something. The id is made from what it tells: a second time it does nothing. */
export const insertNotice = (db: Db, notice: NewNotice) => db.insert(notices).values(notice).onConflictDoNothing()

/** What a member was told, newest first. */
export async function noticesOf(db: Db, officeId: OfficeId, userId: string, limit: number): Promise<Notice[]> {
  return db
    .select()
    .from(notices)
    .where(isOf(officeId, userId))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(limit)
}

export const countUnread = (db: Db, officeId: OfficeId, userId: string): Promise<number> =>
  db.$count(notices, and(isOf(officeId, userId), isNull(notices.readAt)))

/** Marks one of the member's own as read. False: there is no such notice of theirs. */
export async function readNotice(db: Db, officeId: OfficeId, userId: string, id: string, at: Date): Promise<boolean> {
  const found = await db
    .update(notices)
    .set({ readAt: at })
    .where(and(isOf(officeId, userId), eq(notices.id, id)))
    .returning({ id: notices.id })
  return found.length > 0
}

/** Marks all as read that the member can have seen: what came after `until` stays. */
export const readNotices = (db: Db, officeId: OfficeId, userId: string, until: Date, at: Date) =>
  db
    .update(notices)
    .set({ readAt: at })
    .where(and(isOf(officeId, userId), isNull(notices.readAt), lte(notices.createdAt, until)))
