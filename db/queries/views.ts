import { and, asc, eq, isNull, or } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { RecordKind } from '../../worker/kernel/words.ts'
import type { Db } from '../schema/index.ts'
import { views } from '../schema/views.ts'

/** The saved views of a list that this member sees: those that are shared, and their own. */
export async function viewsOf(db: Db, officeId: OfficeId, record: RecordKind, userId: string) {
  return db
    .select()
    .from(views)
    .where(
      and(
        eq(views.officeId, officeId),
        eq(views.record, record),
        isNull(views.archivedAt),
        or(isNull(views.ownerId), eq(views.ownerId, userId)),
      ),
    )
    .orderBy(asc(views.position), asc(views.id))
}
