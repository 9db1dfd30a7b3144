import { and, asc, eq, isNull } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { companies } from '../schema/companies.ts'
import { addresses, contactAddresses, contactCompanies } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import { inOrder } from './contacts.ts'

/** The parts of the postal addresses of these people. */
export const placesOf = (db: Db, officeId: OfficeId, contactIds: string[]) =>
  db
    .select({ contactId: contactAddresses.contactId, parts: addresses.parts })
    .from(contactAddresses)
    .innerJoin(addresses, isTheirs(officeId))
    .where(areOf(officeId, contactIds, 'postal'))
    .orderBy(...inOrder)

/** The phone of each of these people, the one that is used first where somebody has several. */
export const phonesOf = (db: Db, officeId: OfficeId, contactIds: string[]) =>
  db
    .select({ contactId: contactAddresses.contactId, phone: addresses.asTyped })
    .from(contactAddresses)
    .innerJoin(addresses, isTheirs(officeId))
    .where(areOf(officeId, contactIds, 'phone'))
    .orderBy(...inOrder)

const isTheirs = (officeId: OfficeId) =>
  and(eq(addresses.officeId, officeId), eq(addresses.id, contactAddresses.addressId))
const areOf = (officeId: OfficeId, contactIds: string[], kind: 'postal' | 'phone') =>
  and(
    eq(contactAddresses.officeId, officeId),
    isOneOf(contactAddresses.contactId, contactIds),
    eq(addresses.kind, kind),
  )

/** Where these people work, those who left a company not counted. */
export const companiesOnCards = (db: Db, officeId: OfficeId, contactIds: string[]) =>
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
