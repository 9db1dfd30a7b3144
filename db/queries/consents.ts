import { and, desc, eq } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { consents } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'

/** What a person allowed and took back, the newest first. */
export async function consentsOf(db: Db, officeId: OfficeId, contactId: string, limit: number) {
  return db
    .select()
    .from(consents)
    .where(and(eq(consents.officeId, officeId), eq(consents.contactId, contactId)))
    .orderBy(desc(consents.at), desc(consents.id))
    .limit(limit)
}
