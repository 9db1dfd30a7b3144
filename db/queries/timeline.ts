import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Db } from '../schema/index.ts'
import { activities, type NewActivity } from '../schema/timeline.ts'

/** The statement that adds a line to a contact's timeline; for plans. */
export const insertActivity = (db: Db, activity: NewActivity) => db.insert(activities).values(activity)

export type TimeKey = { at: Date; id: string }

/** A page of a contact's timeline, newest first. */
export async function pageOfTimeline(
  db: Db,
  officeId: OfficeId,
  contactId: string,
  page: { after: TimeKey | null; limit: number },
) {
  const { after, limit } = page
  return db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.officeId, officeId),
        eq(activities.contactId, contactId),
        after
          ? or(lt(activities.at, after.at), and(eq(activities.at, after.at), lt(activities.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(activities.at), desc(activities.id))
    .limit(limit)
}
