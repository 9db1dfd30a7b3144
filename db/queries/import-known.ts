import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { companies } from '../schema/companies.ts'
import { type Address, addresses, contactAddresses, contactCompanies, contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import { noteLinks, notes, taggings, tags } from '../schema/records.ts'

// What an import asks about a thousand rows at once.

/** The addresses that are there, whoever they belong to. */
export const addressesAmong = (db: Db, officeId: OfficeId, kind: Address['kind'], values: string[]) =>
  db
    .select({ id: addresses.id, kind: addresses.kind, value: addresses.value })
    .from(addresses)
    .where(and(eq(addresses.officeId, officeId), eq(addresses.kind, kind), isOneOf(addresses.value, values)))

/** The living people at these addresses, of each address the one usually meant first. */
export const peopleAt = (db: Db, officeId: OfficeId, addressIds: string[]) =>
  db
    .select({ addressId: contactAddresses.addressId, contact: contacts })
    .from(contactAddresses)
    .innerJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, contactAddresses.contactId)))
    .where(
      and(
        eq(contactAddresses.officeId, officeId),
        isOneOf(contactAddresses.addressId, addressIds),
        isNull(contacts.archivedAt),
      ),
    )
    .orderBy(desc(contactAddresses.isDefault), asc(contacts.createdAt), asc(contacts.id))

/** The living people of these names. */
export const peopleNamed = (db: Db, officeId: OfficeId, nameKeys: string[]) =>
  db
    .select()
    .from(contacts)
    .where(and(eq(contacts.officeId, officeId), isOneOf(contacts.nameKey, nameKeys), isNull(contacts.archivedAt)))
    .orderBy(asc(contacts.createdAt), asc(contacts.id))

/** At which companies these people are. Asked apart from their names, or SQLite walks everybody at any company. */
export const companiesOfPeople = (db: Db, officeId: OfficeId, contactIds: string[]) =>
  db
    .select({ contactId: contactCompanies.contactId, companyKey: companies.nameKey })
    .from(contactCompanies)
    .innerJoin(companies, and(eq(companies.officeId, officeId), eq(companies.id, contactCompanies.companyId)))
    .where(and(eq(contactCompanies.officeId, officeId), isOneOf(contactCompanies.contactId, contactIds)))

export const companiesNamed = (db: Db, officeId: OfficeId, nameKeys: string[]) =>
  db
    .select({ id: companies.id, nameKey: companies.nameKey })
    .from(companies)
    .where(and(eq(companies.officeId, officeId), isOneOf(companies.nameKey, nameKeys), isNull(companies.archivedAt)))
    .orderBy(asc(companies.createdAt), asc(companies.id))

export const tagsNamed = (db: Db, officeId: OfficeId, nameKeys: string[]) =>
  db
    .select({ id: tags.id, nameKey: tags.nameKey })
    .from(tags)
    .where(and(eq(tags.officeId, officeId), isOneOf(tags.nameKey, nameKeys)))

/** What these people have already: addresses, companies, tags and notes. */
export async function belongings(db: Db, officeId: OfficeId, contactIds: string[]) {
  const [links, works, tagged, noted] = await Promise.all([
    db
      .select({ contactId: contactAddresses.contactId, addressId: contactAddresses.addressId })
      .from(contactAddresses)
      .where(and(eq(contactAddresses.officeId, officeId), isOneOf(contactAddresses.contactId, contactIds))),
    db
      .select()
      .from(contactCompanies)
      .where(and(eq(contactCompanies.officeId, officeId), isOneOf(contactCompanies.contactId, contactIds))),
    db
      .select({ contactId: taggings.recordId, tagId: taggings.tagId })
      .from(taggings)
      .where(
        and(eq(taggings.officeId, officeId), eq(taggings.record, 'contact'), isOneOf(taggings.recordId, contactIds)),
      ),
    db
      .select({ contactId: noteLinks.recordId, textKey: notes.textKey })
      .from(noteLinks)
      .innerJoin(notes, and(eq(notes.officeId, officeId), eq(notes.id, noteLinks.noteId)))
      .where(
        and(eq(noteLinks.officeId, officeId), eq(noteLinks.record, 'contact'), isOneOf(noteLinks.recordId, contactIds)),
      ),
  ])
  return { links, works, tagged, noted }
}
