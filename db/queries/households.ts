import { households } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'

export const insertHousehold = (db: Db, household: typeof households.$inferInsert) =>
  db.insert(households).values(household)
