import { and, eq } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { contacts, households } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'

export const insertHousehold = (db: Db, household: typeof households.$inferInsert) =>
  db.insert(households).values(household)

export const joinHousehold = (db: Db, officeId: OfficeId, contactId: string, householdId: string) =>
  db
    .update(contacts)
    .set({ householdId })
    .where(and(eq(contacts.officeId, officeId), eq(contacts.id, contactId)))
