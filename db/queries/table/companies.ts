import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../../worker/kernel/ids.ts'
import { companies } from '../../schema/companies.ts'
import { contactCompanies, contacts } from '../../schema/contacts.ts'
import type { Db } from '../../schema/index.ts'
import { isLiving } from '../companies.ts'
import { contains } from '../search.ts'
import { byChoice, byFolded, byInstant, byText } from './compare.ts'
import { byPeopleOfCompany } from './linked.ts'
import { type Source, sortBy, sortByInstant } from './source.ts'

const byName = sortBy(sql`${companies.nameKey}`, true)
const website = sql`${companies.website}`
const taxId = sql`${companies.taxId}`

/** Companies as a table. */
export const companySource: Source = {
  record: 'company',
  table: companies,
  living: isLiving,
  matches: (_, __, text) => contains(companies.nameKey, text),
  first: byName,
  columns: {
    name: { where: byFolded(companies.nameKey), sort: byName },
    people: { where: byPeopleOfCompany },
    website: { where: byText(website), sort: sortBy(website) },
    taxId: { where: byText(taxId), sort: sortBy(taxId) },
    ownerId: { where: byChoice(sql`${companies.ownerId}`) },
    createdAt: { where: byInstant(companies.createdAt), sort: sortByInstant(companies.createdAt, true) },
  },
}

/** What a list shows of these companies, in no order. */
export const companyRows = (db: Db, officeId: OfficeId, ids: string[]) =>
  db
    .select({
      ...{ id: companies.id, name: companies.name, website: companies.website, taxId: companies.taxId },
      ...{ ownerId: companies.ownerId, fields: companies.fields, createdAt: companies.createdAt },
    })
    .from(companies)
    .where(and(eq(companies.officeId, officeId), isOneOf(companies.id, ids)))

/** The people who are at these companies now, by name. */
export const peopleOfAll = (db: Db, officeId: OfficeId, companyIds: string[]) =>
  db
    .select({ companyId: contactCompanies.companyId, name: contacts.name })
    .from(contactCompanies)
    .innerJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, contactCompanies.contactId)))
    .where(
      and(
        eq(contactCompanies.officeId, officeId),
        eq(contactCompanies.hasEnded, false),
        isNull(contacts.archivedAt),
        isOneOf(contactCompanies.companyId, companyIds),
      ),
    )
    .orderBy(asc(contacts.nameKey), asc(contacts.id))
