import { and, asc, count, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { companies } from '../schema/companies.ts'
import { contactCompanies, contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import { idsOf } from './search-index.ts'

export const isLiving = (officeId: OfficeId) => and(eq(companies.officeId, officeId), isNull(companies.archivedAt))

const textMatches = (db: Db, officeId: OfficeId, text: string) => {
  const ids = idsOf(db, officeId, 'company', text)
  return ids ? inArray(companies.id, ids) : undefined
}

export type CompanyKey = { nameKey: string; id: string }

/** A page of living companies by name, each with how many people are there. */
export async function pageOfCompanies(
  db: Db,
  officeId: OfficeId,
  { text, after, limit }: { text: string; after: CompanyKey | null; limit: number },
) {
  return db
    .select({
      ...{ id: companies.id, name: companies.name, nameKey: companies.nameKey, website: companies.website },
      people: count(contacts.id),
    })
    .from(companies)
    .leftJoin(
      contactCompanies,
      and(
        eq(contactCompanies.officeId, officeId),
        eq(contactCompanies.companyId, companies.id),
        eq(contactCompanies.hasEnded, false),
      ),
    )
    .leftJoin(
      contacts,
      and(eq(contacts.officeId, officeId), eq(contacts.id, contactCompanies.contactId), isNull(contacts.archivedAt)),
    )
    .where(
      and(
        isLiving(officeId),
        text ? textMatches(db, officeId, text) : undefined,
        after
          ? or(
              gt(companies.nameKey, after.nameKey),
              and(eq(companies.nameKey, after.nameKey), gt(companies.id, after.id)),
            )
          : undefined,
      ),
    )
    .groupBy(companies.id, companies.name, companies.nameKey, companies.website)
    .orderBy(asc(companies.nameKey), asc(companies.id))
    .limit(limit)
}

export async function companyById(db: Db, officeId: OfficeId, id: string) {
  const [row] = await db
    .select()
    .from(companies)
    .where(and(isLiving(officeId), eq(companies.id, id)))
  return row ?? null
}

export async function companyNamed(db: Db, officeId: OfficeId, nameKey: string) {
  const [row] = await db
    .select()
    .from(companies)
    .where(and(isLiving(officeId), eq(companies.nameKey, nameKey)))
    .orderBy(asc(companies.createdAt), asc(companies.id))
    .limit(1)
  return row ?? null
}

/** The living people of a company, those who left last. */
export async function peopleAt(db: Db, officeId: OfficeId, companyId: string, limit: number) {
  return db
    .select({
      ...{ id: contacts.id, name: contacts.name },
      ...{ role: contactCompanies.role, hasEnded: contactCompanies.hasEnded },
    })
    .from(contactCompanies)
    .innerJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, contactCompanies.contactId)))
    .where(
      and(
        eq(contactCompanies.officeId, officeId),
        eq(contactCompanies.companyId, companyId),
        isNull(contacts.archivedAt),
      ),
    )
    .orderBy(asc(contactCompanies.hasEnded), asc(contacts.nameKey), asc(contacts.id))
    .limit(limit)
}

/** The living companies of a person, those that they left last. */
export async function companiesOf(db: Db, officeId: OfficeId, contactId: string) {
  return db
    .select({
      ...{ id: companies.id, name: companies.name },
      ...{ role: contactCompanies.role, hasEnded: contactCompanies.hasEnded },
    })
    .from(contactCompanies)
    .innerJoin(companies, and(eq(companies.officeId, officeId), eq(companies.id, contactCompanies.companyId)))
    .where(
      and(
        eq(contactCompanies.officeId, officeId),
        eq(contactCompanies.contactId, contactId),
        isNull(companies.archivedAt),
      ),
    )
    .orderBy(asc(contactCompanies.hasEnded), asc(contactCompanies.createdAt), asc(companies.id))
}
