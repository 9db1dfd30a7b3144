import { aliasedTable, and, asc, eq, gt, isNull, notExists, sql } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { addresses, contactAddresses, contacts, differentPeople } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'

const other = aliasedTable(contacts, 'other')
const otherLink = aliasedTable(contactAddresses, 'other_link')
const pair = {
  one: { id: contacts.id, name: contacts.name, nameKey: contacts.nameKey, createdAt: contacts.createdAt },
  other: { id: other.id, name: other.name, nameKey: other.nameKey, createdAt: other.createdAt },
}

/** Nobody has said of these two that they are different people. The smaller id stands first. */
const isOpen = (db: Db, officeId: OfficeId) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(differentPeople)
      .where(
        and(
          eq(differentPeople.officeId, officeId),
          eq(differentPeople.oneId, contacts.id),
          eq(differentPeople.otherId, other.id),
        ),
      ),
  )

/** Living people of one folded name. */
export async function pairsOfOneName(db: Db, officeId: OfficeId, limit: number) {
  return db
    .select(pair)
    .from(contacts)
    .innerJoin(other, and(eq(other.officeId, officeId), eq(other.nameKey, contacts.nameKey), gt(other.id, contacts.id)))
    .where(
      and(eq(contacts.officeId, officeId), isNull(contacts.archivedAt), isNull(other.archivedAt), isOpen(db, officeId)),
    )
    .orderBy(asc(contacts.nameKey), asc(contacts.id), asc(other.id))
    .limit(limit)
}

/** Living people who share an address, with that address. A family does so too: their names decide. */
export async function pairsAtOneAddress(db: Db, officeId: OfficeId, limit: number) {
  return db
    .select({ ...pair, address: addresses.asTyped })
    .from(contactAddresses)
    .innerJoin(
      otherLink,
      and(
        eq(otherLink.officeId, officeId),
        eq(otherLink.addressId, contactAddresses.addressId),
        gt(otherLink.contactId, contactAddresses.contactId),
      ),
    )
    .innerJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, contactAddresses.contactId)))
    .innerJoin(other, and(eq(other.officeId, officeId), eq(other.id, otherLink.contactId)))
    .innerJoin(addresses, and(eq(addresses.officeId, officeId), eq(addresses.id, contactAddresses.addressId)))
    .where(
      and(
        eq(contactAddresses.officeId, officeId),
        isNull(contacts.archivedAt),
        isNull(other.archivedAt),
        isOpen(db, officeId),
      ),
    )
    .orderBy(asc(contacts.nameKey), asc(contacts.id), asc(other.id))
    .limit(limit)
}

/** Remembers that two people are not one. */
export const insertDifferentPeople = (db: Db, row: typeof differentPeople.$inferInsert) =>
  db.insert(differentPeople).values(row).onConflictDoNothing()
