import { aliasedTable, and, asc, desc, eq, isNull, lt, ne, or } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { searchKey } from '../../worker/kernel/text.ts'
import {
  type Address,
  addresses,
  type Contact,
  contactAddresses,
  contacts,
  households,
  type NewAddress,
  type NewContact,
} from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'

const isContact = (officeId: OfficeId, id: string) => and(eq(contacts.officeId, officeId), eq(contacts.id, id))
export const isLiving = (officeId: OfficeId) => and(eq(contacts.officeId, officeId), isNull(contacts.archivedAt))

// ── Statements, for plans ────────────────────────────────────────────────────

export const insertContact = (db: Db, contact: Omit<NewContact, 'nameKey'>) =>
  db.insert(contacts).values({ ...contact, nameKey: searchKey(contact.name) })

/** Refused by the unique index when somebody else has just written the same address. */
export const insertAddress = (db: Db, address: NewAddress) => db.insert(addresses).values(address)

export const linkAddress = (db: Db, link: typeof contactAddresses.$inferInsert) =>
  db.insert(contactAddresses).values(link).onConflictDoNothing()

export const unlinkAddress = (db: Db, officeId: OfficeId, contactId: string, addressId: string) =>
  db
    .delete(contactAddresses)
    .where(
      and(
        eq(contactAddresses.officeId, officeId),
        eq(contactAddresses.contactId, contactId),
        eq(contactAddresses.addressId, addressId),
      ),
    )

/** Renames the version that was read and no other. */
export const renameContact = (db: Db, officeId: OfficeId, id: string, version: number, name: string) =>
  db
    .update(contacts)
    .set({ name, nameKey: searchKey(name), version: version + 1 })
    .where(and(isContact(officeId, id), eq(contacts.version, version)))
    .returning({ id: contacts.id })

export const archiveContact = (db: Db, officeId: OfficeId, id: string, at: Date | null) =>
  db.update(contacts).set({ archivedAt: at }).where(isContact(officeId, id))

/** Remembers when a message last went either way; an older one does not set it back. */
export const touchContact = (db: Db, officeId: OfficeId, id: string, at: Date) =>
  db
    .update(contacts)
    .set({ lastContactAt: at })
    .where(and(isContact(officeId, id), or(isNull(contacts.lastContactAt), lt(contacts.lastContactAt, at))))

// ── Questions ────────────────────────────────────────────────────────────────

/** The living people an address belongs to, the one usually meant first. */
export async function contactsAt(db: Db, officeId: OfficeId, kind: Address['kind'], value: string) {
  const rows = await db
    .select({ contact: contacts })
    .from(addresses)
    .innerJoin(
      contactAddresses,
      and(eq(contactAddresses.officeId, addresses.officeId), eq(contactAddresses.addressId, addresses.id)),
    )
    .innerJoin(contacts, and(eq(contacts.officeId, addresses.officeId), eq(contacts.id, contactAddresses.contactId)))
    .where(
      and(
        eq(addresses.officeId, officeId),
        eq(addresses.kind, kind),
        eq(addresses.value, value),
        isNull(contacts.archivedAt),
      ),
    )
    .orderBy(desc(contactAddresses.isDefault), asc(contacts.createdAt), asc(contacts.id))
  return rows.map((row) => row.contact)
}

export async function addressBy(db: Db, officeId: OfficeId, kind: Address['kind'], value: string) {
  const [row] = await db
    .select()
    .from(addresses)
    .where(and(eq(addresses.officeId, officeId), eq(addresses.kind, kind), eq(addresses.value, value)))
  return row ?? null
}

export async function contactById(db: Db, officeId: OfficeId, id: string): Promise<Contact | null> {
  const [row] = await db.select().from(contacts).where(isContact(officeId, id))
  return row ?? null
}

export const shownAddress = {
  id: addresses.id,
  kind: addresses.kind,
  value: addresses.value,
  asTyped: addresses.asTyped,
}
export type ShownAddress = Pick<Address, keyof typeof shownAddress>
export const inOrder = [asc(addresses.kind), asc(addresses.createdAt), asc(addresses.id)]

export async function addressesOf(db: Db, officeId: OfficeId, contactIds: string[]) {
  return db
    .select({ contactId: contactAddresses.contactId, ...shownAddress })
    .from(contactAddresses)
    .innerJoin(
      addresses,
      and(eq(addresses.officeId, contactAddresses.officeId), eq(addresses.id, contactAddresses.addressId)),
    )
    .where(and(eq(contactAddresses.officeId, officeId), isOneOf(contactAddresses.contactId, contactIds)))
    .orderBy(...inOrder)
}

/** Who has an address, those in the trash too: the one who is meant first, then the oldest. */
export async function linksAt(db: Db, officeId: OfficeId, addressId: string): Promise<string[]> {
  const rows = await db
    .select({ contactId: contactAddresses.contactId })
    .from(contactAddresses)
    .where(and(eq(contactAddresses.officeId, officeId), eq(contactAddresses.addressId, addressId)))
    .orderBy(desc(contactAddresses.isDefault), asc(contactAddresses.contactId))
  return rows.map((row) => row.contactId)
}

/** The living people who share a mail address or a phone with this one, themselves among them, by name. */
export async function sharersOf(db: Db, officeId: OfficeId, contactId: string) {
  const own = aliasedTable(contactAddresses, 'own')
  return db
    .selectDistinct({ id: contacts.id, name: contacts.name, nameKey: contacts.nameKey })
    .from(own)
    .innerJoin(addresses, and(eq(addresses.officeId, officeId), eq(addresses.id, own.addressId)))
    .innerJoin(
      contactAddresses,
      and(eq(contactAddresses.officeId, officeId), eq(contactAddresses.addressId, own.addressId)),
    )
    .innerJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, contactAddresses.contactId)))
    .where(
      and(
        eq(own.officeId, officeId),
        eq(own.contactId, contactId),
        ne(addresses.kind, 'postal'),
        isNull(contacts.archivedAt),
      ),
    )
    .orderBy(asc(contacts.nameKey), asc(contacts.id))
}

/** A household with its living people. */
export async function householdOf(db: Db, officeId: OfficeId, householdId: string) {
  const [people, [household]] = await Promise.all([
    db
      .select({ id: contacts.id, name: contacts.name })
      .from(contacts)
      .where(and(isLiving(officeId), eq(contacts.householdId, householdId)))
      .orderBy(asc(contacts.nameKey), asc(contacts.id)),
    db
      .select()
      .from(households)
      .where(and(eq(households.officeId, officeId), eq(households.id, householdId))),
  ])
  return household ? { id: household.id, name: household.name, people } : null
}
