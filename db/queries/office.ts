import { eq } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Db } from '../schema/index.ts'
import { offices } from '../schema/office.ts'

export async function officeById(directory: Db, officeId: OfficeId) {
  const [office] = await directory.select().from(offices).where(eq(offices.id, officeId))
  return office ?? null
}
