import { and, asc, eq } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { messageSettings, messageSteps } from '../schema/customer-messages.ts'
import type { Db } from '../schema/index.ts'

/** What the office changed of its messages, in the order in which it was first changed. */
export async function keptSteps(db: Db, officeId: OfficeId) {
  return db
    .select()
    .from(messageSteps)
    .where(eq(messageSteps.officeId, officeId))
    .orderBy(asc(messageSteps.createdAt), asc(messageSteps.id))
}

/** The one row of an office that has any. */
export const SETTINGS_ID = 'office'

export async function keptMessageSettings(db: Db, officeId: OfficeId) {
  const [row] = await db
    .select()
    .from(messageSettings)
    .where(and(eq(messageSettings.officeId, officeId), eq(messageSettings.id, SETTINGS_ID)))
  return row ?? null
}
