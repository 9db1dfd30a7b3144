import { and, asc, eq, isNull } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { RecordKind } from '../../worker/kernel/words.ts'
import type { Db } from '../schema/index.ts'
import { customFields } from '../schema/records.ts'

/** The fields that the office added to a kind of record, in their order. */
export async function fieldsOf(db: Db, officeId: OfficeId, record: RecordKind) {
  return db
    .select()
    .from(customFields)
    .where(and(eq(customFields.officeId, officeId), eq(customFields.record, record), isNull(customFields.archivedAt)))
    .orderBy(asc(customFields.position), asc(customFields.id))
}
