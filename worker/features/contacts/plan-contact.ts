import { addressBy, contactsAt, insertAddress, insertContact, linkAddress } from '../../../db/queries/contacts.ts'
import { alone, joined, type Plan } from '../../../db/queries/plan.ts'
import { insertActivity } from '../../../db/queries/timeline.ts'
import type { Address, Contact } from '../../../db/schema/contacts.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Actor, Source } from '../../kernel/words.ts'
import { normaliseAddress } from '../inbox/rules/normalise-address.ts'
import { normalisePhone } from './rules/normalise-phone.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now' | 'newId'>
type Found = { kind: Address['kind']; typed: string }
export type NewPerson = { id: string; name: string; source: Source; by: Actor; addresses: Found[] }

/** The address in the form in which it is compared, or null where it is none. */
export const normalised = (needs: Pick<Needs, 'office'>, { kind, typed }: Found): string | null =>
  kind === 'email' ? normaliseAddress(typed) : normalisePhone(typed, needs.office.country)

/** A new person with their addresses. What cannot be read as an address is left out. */
export async function planContact(needs: Needs, person: NewPerson): Promise<Plan> {
  const { officeId, now } = needs
  const { id, name, source, by } = person
  const at = now()
  const contact = { officeId, id, name, source, householdId: null, version: 1, createdAt: at }
  const activity = { officeId, id, contactId: id, at, kind: 'contact_created' as const, entityId: id, title: name, by }
  const addressed = await Promise.all(person.addresses.map((address) => planAddress(needs, id, address)))
  return joined(
    {
      write: (db) => [insertContact(db, contact), insertActivity(db, activity)],
      effects: [{ change: 'created', entity: 'contact', id, version: contact.version }],
      changes: [{ topic: 'contact', ids: [id], by: by.kind === 'member' ? by.userId : null }],
    },
    ...addressed.filter((plan) => plan !== null),
  )
}

/** Gives a contact one more address, which others may share. Null: it is none, or already theirs. */
export async function planAddress(needs: Needs, contactId: string, found: Found): Promise<Plan | null> {
  const { db, officeId, now, newId } = needs
  const value = normalised(needs, found)
  if (value === null) return null
  const known = await addressBy(db, officeId, found.kind, value)
  const owners = known ? await contactsAt(db, officeId, found.kind, value) : []
  if (owners.some((owner) => owner.id === contactId)) return null
  const address = known ?? { officeId, id: newId(), kind: found.kind, value, asTyped: found.typed, createdAt: now() }
  const link = { officeId, contactId, addressId: address.id, isDefault: owners.length === 0 }
  return joined(
    alone((db) => (known ? [] : [insertAddress(db, address)])),
    {
      write: (db) => [linkAddress(db, link)],
      effects: [{ change: 'linked', contactId, addressId: address.id }],
      changes: [{ topic: 'contact', ids: [contactId], by: null }],
    },
  )
}

/** Whom an address belongs to: the person usually meant by it, or null. Every path that makes people asks here first. */
export async function contactMeant(needs: Needs, found: Found): Promise<Contact | null> {
  const value = normalised(needs, found)
  if (value === null) return null
  const [contact] = await contactsAt(needs.db, needs.officeId, found.kind, value)
  return contact ?? null
}
