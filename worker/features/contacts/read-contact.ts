import type { z } from 'zod'
import { addressesOf, contactById, householdOf } from '../../../db/queries/contacts.ts'
import type { Contact } from '../../../db/schema/contacts.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { ContactShown } from './input.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** A contact that lives in this office, or the refusal that it is not found. */
export async function knownContact(needs: Needs, id: string): Promise<Contact> {
  const contact = await contactById(needs.db, needs.officeId, id)
  if (!contact || contact.archivedAt) throw notFound('contact')
  return contact
}

export async function readContact(needs: Needs, input: { id: string }): Promise<z.infer<typeof ContactShown>> {
  const contact = await knownContact(needs, input.id)
  const { db, officeId } = needs
  const [addresses, household] = await Promise.all([
    addressesOf(db, officeId, [contact.id]),
    contact.householdId ? householdOf(db, officeId, contact.householdId) : null,
  ])
  return { ...contact, addresses, household }
}
