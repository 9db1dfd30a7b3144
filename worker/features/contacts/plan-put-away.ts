import { hasMoreThan } from '../../../db/queries/contact-traces.ts'
import { archiveContact, contactById } from '../../../db/queries/contacts.ts'
import type { Plan } from '../../../db/queries/plan.ts'
import type { Contact } from '../../../db/schema/contacts.ts'
import type { Conversation } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'now'>

/** A contact that a message made by itself, and on which nobody has worked since. */
const isUntouched = ({ source, version }: Contact) => source === 'message' && version === 1

/**
 * A first mail makes a contact before it is understood. When it turns out to be spam, the contact goes with it, unless
 * anything else hangs on it or a member worked with it.
 */
export async function planPutAway(needs: Needs, { id, contactId }: Conversation): Promise<Plan[]> {
  const { db, officeId, now } = needs
  const contact = contactId === null ? null : await contactById(db, officeId, contactId)
  if (!contact || contact.archivedAt || !isUntouched(contact)) return []
  if (await hasMoreThan(db, officeId, contact.id, id)) return []
  return [planArchived(officeId, contact.id, now())]
}

/** A conversation that is no spam after all brings back the contact that went with it. */
export async function planBringBack(needs: Needs, { contactId }: Conversation): Promise<Plan[]> {
  const contact = contactId === null ? null : await contactById(needs.db, needs.officeId, contactId)
  return contact?.archivedAt && isUntouched(contact) ? [planArchived(needs.officeId, contact.id, null)] : []
}

const planArchived = (officeId: OfficeCtx['officeId'], id: string, at: Date | null): Plan => ({
  write: (db) => [archiveContact(db, officeId, id, at)],
  effects: at === null ? [] : [{ change: 'archived', entity: 'contact', id }],
  changes: [{ topic: 'contact', ids: [id], by: null }],
})
