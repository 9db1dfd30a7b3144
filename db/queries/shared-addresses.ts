import { aliasedTable, and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { contactAddresses, contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'

/** Every living person at each address of a contact, themselves among them; the one who is meant first. */
export async function peopleAtAddressesOf(db: Db, officeId: OfficeId, contactId: string) {
  const own = aliasedTable(contactAddresses, 'own')
  return db
    .select({ addressId: own.addressId, id: contacts.id, name: contacts.name })
    .from(own)
    .innerJoin(
      contactAddresses,
      and(eq(contactAddresses.officeId, officeId), eq(contactAddresses.addressId, own.addressId)),
    )
    .innerJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, contactAddresses.contactId)))
    .where(and(eq(own.officeId, officeId), eq(own.contactId, contactId), isNull(contacts.archivedAt)))
    .orderBy(asc(own.addressId), desc(contactAddresses.isDefault), asc(contacts.createdAt), asc(contacts.id))
}
