import { eq } from 'drizzle-orm'
import { atomically } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { audit } from '../schema/audit.ts'
import { calendarFeeds } from '../schema/calendars.ts'
import { textNumbers } from '../schema/customer-messages.ts'
import { type Db, officeTables } from '../schema/index.ts'
import { inboundAddresses, invitations, members, offices, sentLocally } from '../schema/office.ts'
import { sessions } from '../schema/sign-in.ts'

/** Removes every row of an office from its own database. The tables are listed parents first, so they are emptied backwards. */
export async function removeOfficeRows(db: Db, officeId: OfficeId) {
  const { outbox, ...others } = officeTables
  const rest = Object.values(others).reverse()
  await atomically(db, (db) => [
    db.delete(outbox).where(eq(outbox.officeId, officeId)),
    ...rest.map((table) => db.delete(table).where(eq(table.officeId, officeId))),
  ])
}

/** Removes the office itself, with all that the directory holds of it. Its members stay users and have no office open. */
export async function removeFromDirectory(directory: Db, officeId: OfficeId) {
  await atomically(directory, (db) => [
    db.update(sessions).set({ officeId: null }).where(eq(sessions.officeId, officeId)),
    ...[calendarFeeds, audit, sentLocally, inboundAddresses, invitations, members].map((table) =>
      db.delete(table).where(eq(table.officeId, officeId)),
    ),
    // Whoever wants no texts still wants none.
    db
      .update(textNumbers)
      .set({ lastOfficeId: null, lastMessageId: null })
      .where(eq(textNumbers.lastOfficeId, officeId)),
    db.delete(offices).where(eq(offices.id, officeId)),
  ])
}
