import { and, desc, eq, inArray } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { acts } from '../schema/acts.ts'
import type { Db } from '../schema/index.ts'

/** The changes of many records that are still being made, the newest first. */
export const runningActs = (db: Db, officeId: OfficeId, limit: number) =>
  db
    .select({ id: acts.id, title: acts.title })
    .from(acts)
    .where(and(eq(acts.officeId, officeId), inArray(acts.kind, ['bulk', 'trash']), eq(acts.state, 'running')))
    .orderBy(desc(acts.createdAt), desc(acts.id))
    .limit(limit)
