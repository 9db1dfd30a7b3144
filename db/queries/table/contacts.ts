import { and, asc, eq, exists, isNull, not, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../../worker/kernel/ids.ts'
import { companies } from '../../schema/companies.ts'
import { addresses, contactAddresses, contactCompanies, contacts } from '../../schema/contacts.ts'
import type { Db } from '../../schema/index.ts'
import { textMatches } from '../contact-list.ts'
import { isLiving } from '../contacts.ts'
import { begins, contains } from '../search.ts'
import { byBirthday, byChoice, byFolded, byInstant } from './compare.ts'
import { byCompanyOfContact, byTags } from './linked.ts'
import { type Source, sortBy, sortByInstant, type Where } from './source.ts'

const byName = sortBy(sql`${contacts.nameKey}`, true)

/** Contacts as a table. */
export const contactSource: Source = {
  record: 'contact',
  table: contacts,
  living: isLiving,
  matches: textMatches,
  first: byName,
  columns: {
    name: { where: byFolded(contacts.nameKey), sort: byName },
    email: { where: byAddress('email') },
    phone: { where: byAddress('phone') },
    tags: { where: byTags('contact', contacts.id) },
    company: { where: byCompanyOfContact },
    ownerId: { where: byChoice(sql`${contacts.ownerId}`) },
    birthday: { where: byBirthday(contacts.birthday), sort: sortBy(sql`${contacts.birthday}`) },
    createdAt: { where: byInstant(contacts.createdAt), sort: sortByInstant(contacts.createdAt, true) },
    lastContactAt: { where: byInstant(contacts.lastContactAt), sort: sortByInstant(contacts.lastContactAt) },
  },
}

function byAddress(kind: 'email' | 'phone'): Where {
  return ({ db, officeId }, { operator, values: [text = ''] }) => {
    const key = kind === 'phone' ? text.replaceAll(/[^\d+]/g, '') : text.toLowerCase()
    const like = operator === 'contains' ? contains : operator === 'starts_with' ? begins : null
    const found = exists(
      db
        .select({ one: sql`1` })
        .from(contactAddresses)
        .innerJoin(addresses, and(eq(addresses.officeId, officeId), eq(addresses.id, contactAddresses.addressId)))
        .where(
          and(
            eq(contactAddresses.officeId, officeId),
            eq(contactAddresses.contactId, contacts.id),
            eq(addresses.kind, kind),
            like?.(addresses.value, key),
          ),
        ),
    )
    return operator === 'is_empty' ? not(found) : found
  }
}

/** What a list shows of these contacts, in no order. */
export const contactRows = (db: Db, officeId: OfficeId, ids: string[]) =>
  db
    .select({
      ...{ id: contacts.id, name: contacts.name, createdAt: contacts.createdAt, birthday: contacts.birthday },
      ...{ ownerId: contacts.ownerId, lastContactAt: contacts.lastContactAt, fields: contacts.fields },
    })
    .from(contacts)
    .where(and(eq(contacts.officeId, officeId), isOneOf(contacts.id, ids)))

/** The companies of many people, where they are now. */
export async function companiesOfAll(db: Db, officeId: OfficeId, contactIds: string[]) {
  return db
    .select({ contactId: contactCompanies.contactId, id: companies.id, name: companies.name })
    .from(contactCompanies)
    .innerJoin(companies, and(eq(companies.officeId, officeId), eq(companies.id, contactCompanies.companyId)))
    .where(
      and(
        eq(contactCompanies.officeId, officeId),
        eq(contactCompanies.hasEnded, false),
        isNull(companies.archivedAt),
        isOneOf(contactCompanies.contactId, contactIds),
      ),
    )
    .orderBy(asc(companies.nameKey))
}
