import type { z } from 'zod'
import { addressesOf } from '../../../db/queries/contacts.ts'
import { companiesOfAll, contactRows } from '../../../db/queries/table/contacts.ts'
import { tagsOnAll } from '../../../db/queries/tags.ts'
import type { ListNeeds } from '../views/read-list.ts'
import type { TableRow } from './input.ts'

/** What the list shows of these contacts, each with its addresses, tags and companies. */
export async function rowsOfContacts({ db, officeId }: ListNeeds, ids: string[]): Promise<z.infer<typeof TableRow>[]> {
  const [rows, addresses, tags, companies] = await Promise.all([
    contactRows(db, officeId, ids),
    addressesOf(db, officeId, ids),
    tagsOnAll(db, officeId, 'contact', ids),
    companiesOfAll(db, officeId, ids),
  ])
  const theirAddresses = Map.groupBy(addresses, (each) => each.contactId)
  const theirTags = Map.groupBy(tags, (each) => each.recordId)
  const theirCompanies = Map.groupBy(companies, (each) => each.contactId)
  return rows.map((row) => ({
    ...row,
    addresses: theirAddresses.get(row.id) ?? [],
    tags: (theirTags.get(row.id) ?? []).map(({ name }) => name),
    companies: theirCompanies.get(row.id) ?? [],
  }))
}
