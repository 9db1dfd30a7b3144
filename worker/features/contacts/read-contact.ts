import type { z } from 'zod'
import { contactById, householdOf } from '../../../db/queries/contacts.ts'
import type { Contact } from '../../../db/schema/contacts.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { ContactShown } from './input.ts'
import { withAddresses } from './list-contacts.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** A contact that lives in this office, or the refusal that it is not found. */
export async function knownContact(needs: Needs, id: string): Promise<Contact> {
  const contact = await contactById(needs.db, needs.officeId, id)
  if (!contact || contact.archivedAt) throw notFound('contact')
  return contact
}

export async function readContact(needs: Needs, input: { id: string }): Promise<z.infer<typeof ContactShown>> {
  const contact = await knownContact(needs, input.id)
  const [rows, household] = await Promise.all([
    withAddresses(needs, [contact]),
    contact.householdId ? householdOf(needs.db, needs.officeId, contact.householdId) : null,
  ])
  const [shown] = rows
  if (!shown) throw notFound('contact')
  return { ...shown, household }
}
