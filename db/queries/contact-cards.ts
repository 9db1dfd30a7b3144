import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { companies } from '../schema/companies.ts'
import { addresses, contactAddresses, contactCompanies, contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import type { ContactKey } from './contact-list.ts'
import { inOrder, isLiving } from './contacts.ts'

/** The next living contacts by name with all that goes on an address card. */
export async function pageOfCards(db: Db, officeId: OfficeId, after: ContactKey | null, limit: number) {
  const { id, name, nameKey, birthday } = contacts
  const people = await db
    .select({ id, name, nameKey, birthday })
    .from(contacts)
    .where(
      and(
        isLiving(officeId),
        after ? or(gt(nameKey, after.nameKey), and(eq(nameKey, after.nameKey), gt(id, after.id))) : undefined,
      ),
    )
    .orderBy(asc(nameKey), asc(id))
    .limit(limit)
  const { kind, asTyped, parts } = addresses
  const found = await db
    .select({ contactId: contactAddresses.contactId, kind, asTyped, parts })
    .from(contactAddresses)
    .innerJoin(addresses, and(eq(addresses.officeId, officeId), eq(addresses.id, contactAddresses.addressId)))
    .where(
      and(
        eq(contactAddresses.officeId, officeId),
        isOneOf(
          contactAddresses.contactId,
          people.map((person) => person.id),
        ),
      ),
    )
    .orderBy(...inOrder)
  const of = Map.groupBy(found, ({ contactId }) => contactId)
  return people.map((person) => ({ ...person, addresses: of.get(person.id) ?? [] }))
}

/** Where these people work, those who left a company not counted. */
export const companiesOf = (db: Db, officeId: OfficeId, contactIds: string[]) =>
  db
    .select({ contactId: contactCompanies.contactId, name: companies.name, role: contactCompanies.role })
    .from(contactCompanies)
    .innerJoin(companies, and(eq(companies.officeId, officeId), eq(companies.id, contactCompanies.companyId)))
    .where(
      and(
        eq(contactCompanies.officeId, officeId),
        isOneOf(contactCompanies.contactId, contactIds),
        eq(contactCompanies.hasEnded, false),
        isNull(companies.archivedAt),
      ),
    )
    .orderBy(asc(contactCompanies.createdAt), asc(companies.id))
