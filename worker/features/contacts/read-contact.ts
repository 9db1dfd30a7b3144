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

/** More merges, one into the other, than anybody follows. */
const MOST_MERGES = 10

/** Into whom the contact was merged, or itself: an old link leads to where its person is now. */
async function survivorOf({ db, officeId }: Needs, id: string): Promise<string> {
  let at = id
  for (let steps = 0; steps < MOST_MERGES; steps++) {
    const contact = await contactById(db, officeId, at)
    if (!contact?.archivedAt || contact.mergedIntoId === null) return at
    at = contact.mergedIntoId
  }
  return at
}

export async function readContact(needs: Needs, input: { id: string }): Promise<z.infer<typeof ContactShown>> {
  const { db, officeId } = needs
  const contact = await knownContact(needs, await survivorOf(needs, input.id))
  const [addresses, household] = await Promise.all([
    addressesOf(db, officeId, [contact.id]),
    contact.householdId ? householdOf(db, officeId, contact.householdId) : null,
  ])
  return { ...contact, addresses, household }
}
