import { asc, eq } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Db } from '../schema/index.ts'
import { taskTemplates } from '../schema/task-templates.ts'

/** The task templates of the office, in their order. */
export async function templatesOf(db: Db, officeId: OfficeId) {
  return db
    .select()
    .from(taskTemplates)
    .where(eq(taskTemplates.officeId, officeId))
    .orderBy(asc(taskTemplates.position), asc(taskTemplates.id))
}
