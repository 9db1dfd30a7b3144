import { and, eq, exists, isNull, not, type SQL, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../../worker/kernel/ids.ts'
import type { RecordKind } from '../../../worker/kernel/words.ts'
import { companies } from '../../schema/companies.ts'
import { contactCompanies, contacts } from '../../schema/contacts.ts'
import type { deals } from '../../schema/deals.ts'
import type { Db } from '../../schema/index.ts'
import { taggings } from '../../schema/records.ts'
import type { tasks } from '../../schema/tasks.ts'
import { contains } from '../search.ts'
import type { Where } from './source.ts'

// Conditions on what a record is linked to: that there is such a row, with such a name.

const one = { one: sql`1` }
const unless = (operator: string, found: SQL): SQL => (operator === 'is_empty' ? not(found) : found)

/** Whether the contact whose id stands in this column lives, and has such a name where one is asked for. */
export const hasContact = (
  db: Db,
  officeId: OfficeId,
  contactId: typeof deals.contactId | typeof tasks.contactId,
  named: string | null,
): SQL =>
  exists(
    db
      .select(one)
      .from(contacts)
      .where(
        and(
          eq(contacts.officeId, officeId),
          eq(contacts.id, contactId),
          isNull(contacts.archivedAt),
          named === null ? undefined : contains(contacts.nameKey, named),
        ),
      ),
  )

/** By the name of the contact that a row names in this column. */
export const byContact =
  (contactId: typeof deals.contactId | typeof tasks.contactId): Where =>
  ({ db, officeId }, { operator, values: [text = ''] }) =>
    unless(operator, hasContact(db, officeId, contactId, operator === 'contains' ? text : null))

/** By the name of the company that a row names in this column. */
export const byCompany =
  (companyId: typeof deals.companyId): Where =>
  ({ db, officeId }, { operator, values: [text = ''] }) =>
    unless(
      operator,
      exists(
        db
          .select(one)
          .from(companies)
          .where(
            and(
              eq(companies.officeId, officeId),
              eq(companies.id, companyId),
              isNull(companies.archivedAt),
              operator === 'contains' ? contains(companies.nameKey, text) : undefined,
            ),
          ),
      ),
    )

/** By a company in which a contact is or was. */
export const byCompanyOfContact: Where = ({ db, officeId }, { operator, values: [text = ''] }) =>
  unless(
    operator,
    exists(
      db
        .select(one)
        .from(contactCompanies)
        .innerJoin(companies, and(eq(companies.officeId, officeId), eq(companies.id, contactCompanies.companyId)))
        .where(
          and(
            eq(contactCompanies.officeId, officeId),
            eq(contactCompanies.contactId, contacts.id),
            isNull(companies.archivedAt),
            operator === 'contains' ? contains(companies.nameKey, text) : undefined,
          ),
        ),
    ),
  )

/** By somebody who is at a company now. */
export const byPeopleOfCompany: Where = ({ db, officeId }, { operator, values: [text = ''] }) =>
  unless(
    operator,
    exists(
      db
        .select(one)
        .from(contactCompanies)
        .innerJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, contactCompanies.contactId)))
        .where(
          and(
            eq(contactCompanies.officeId, officeId),
            eq(contactCompanies.companyId, companies.id),
            eq(contactCompanies.hasEnded, false),
            isNull(contacts.archivedAt),
            operator === 'contains' ? contains(contacts.nameKey, text) : undefined,
          ),
        ),
    ),
  )

/** By the tags on a record. */
export const byTags =
  (record: RecordKind, id: typeof contacts.id): Where =>
  ({ db, officeId }, { operator, values }) => {
    const isAny = operator === 'has_any' || operator === 'has_none'
    const found = exists(
      db
        .select(one)
        .from(taggings)
        .where(
          and(
            eq(taggings.officeId, officeId),
            eq(taggings.record, record),
            eq(taggings.recordId, id),
            isAny ? isOneOf(taggings.tagId, values) : undefined,
          ),
        ),
    )
    return operator === 'has_any' || operator === 'is_not_empty' ? found : not(found)
  }
