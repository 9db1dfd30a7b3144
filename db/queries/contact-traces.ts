import { and, eq, isNull, ne } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { appointments } from '../schema/appointments.ts'
import { addresses, contactAddresses, contacts } from '../schema/contacts.ts'
import { deals } from '../schema/deals.ts'
import { conversations } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { files, noteLinks, taggings } from '../schema/records.ts'
import { tasks } from '../schema/tasks.ts'

/** Whether somebody at this address was archived, and all that they ever wrote lies in the spam. */
export async function wasPutAwayAsSpam(db: Db, officeId: OfficeId, email: string): Promise<boolean> {
  const rows = await db
    .select({ status: conversations.status, archivedAt: contacts.archivedAt })
    .from(addresses)
    .innerJoin(
      contactAddresses,
      and(eq(contactAddresses.officeId, officeId), eq(contactAddresses.addressId, addresses.id)),
    )
    .innerJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, contactAddresses.contactId)))
    .innerJoin(conversations, and(eq(conversations.officeId, officeId), eq(conversations.contactId, contacts.id)))
    .where(and(eq(addresses.officeId, officeId), eq(addresses.kind, 'email'), eq(addresses.value, email)))
  return rows.length > 0 && rows.every(({ status, archivedAt }) => status === 'spam' && archivedAt !== null)
}

/** Whether anything hangs on the contact besides this conversation: other work, or what a member put on it. */
export async function hasMoreThan(db: Db, officeId: OfficeId, contactId: string, conversationId: string) {
  const found = await Promise.all([
    db
      .select({ id: conversations.id })
      .from(conversations)
      .where(
        and(
          eq(conversations.officeId, officeId),
          eq(conversations.contactId, contactId),
          ne(conversations.id, conversationId),
        ),
      )
      .limit(1),
    ...[tasks, deals, appointments].map((table) =>
      db
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.officeId, officeId), eq(table.contactId, contactId), isNull(table.archivedAt)))
        .limit(1),
    ),
    ...[noteLinks, taggings, files].map((table) =>
      db
        .select({ id: table.recordId })
        .from(table)
        .where(and(eq(table.officeId, officeId), eq(table.record, 'contact'), eq(table.recordId, contactId)))
        .limit(1),
    ),
  ])
  return found.some((rows) => rows.length > 0)
}
