import type { z } from 'zod'
import { addressesOf, countContacts, pageOfContacts } from '../../../db/queries/contacts.ts'
import type { Contact } from '../../../db/schema/contacts.ts'
import type { OfficeCtx } from '../../context.ts'
import { type ContactPage, type ListContacts, PAGE_SIZE } from './input.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** A page of living contacts by name; `text` narrows to those whose name, mail address or phone contains it. */
export async function listContacts(
  needs: Needs,
  input: z.infer<typeof ListContacts>,
): Promise<z.infer<typeof ContactPage>> {
  const { db, officeId } = needs
  const page = { text: input.text, after: input.cursor ?? null, limit: PAGE_SIZE + 1 }
  const [found, total] = await Promise.all([pageOfContacts(db, officeId, page), countContacts(db, officeId)])
  const shown = found.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return {
    rows: await withAddresses(needs, shown),
    next: found.length > PAGE_SIZE && last ? { nameKey: last.nameKey, id: last.id } : null,
    total,
  }
}

/** Contacts as they are shown: each with its addresses, in one more statement for all of them. */
export async function withAddresses<Row extends Contact>(needs: Needs, rows: Row[]) {
  const ids = rows.map((row) => row.id)
  const addresses = ids.length > 0 ? await addressesOf(needs.db, needs.officeId, ids) : []
  return rows.map((row) => ({ ...row, addresses: addresses.filter((address) => address.contactId === row.id) }))
}
