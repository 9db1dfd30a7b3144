import { and, desc, eq, getTableColumns, lt, or } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { messages } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { activities, type NewActivity } from '../schema/timeline.ts'

/** The statement that adds a line to a contact's timeline; for plans. */
export const insertActivity = (db: Db, activity: NewActivity) => db.insert(activities).values(activity)

export type TimeKey = { at: Date; id: string }

/** A page of a contact's timeline, newest first; of some kinds of lines only. A line about a message knows its conversation. */
export async function pageOfTimeline(
  db: Db,
  officeId: OfficeId,
  contactId: string,
  page: { kinds?: readonly string[] | null; after: TimeKey | null; limit: number },
) {
  const { kinds = null, after, limit } = page
  return db
    .select({ ...getTableColumns(activities), conversationId: messages.conversationId })
    .from(activities)
    .leftJoin(messages, and(eq(messages.officeId, officeId), eq(messages.id, activities.entityId)))
    .where(
      and(
        eq(activities.officeId, officeId),
        eq(activities.contactId, contactId),
        kinds ? isOneOf(activities.kind, kinds) : undefined,
        after
          ? or(lt(activities.at, after.at), and(eq(activities.at, after.at), lt(activities.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(activities.at), desc(activities.id))
    .limit(limit)
}
