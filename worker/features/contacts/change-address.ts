import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { addressBy, addressesOf, contactsAt, linksAt } from '../../../db/queries/contacts.ts'
import { notFound } from '../../kernel/refusal.ts'
import { doStep, NO_STEP, type Step, type StepNeeds } from '../acts/do-step.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import type { AddPlace, OfAddress } from './input.ts'
import { knownContact } from './read-contact.ts'
import { placeLine } from './rules/place-line.ts'

/** Takes an address off a contact; others who share it keep it, and the first of them is meant by it then. */
export async function removeAddress(needs: StepNeeds, { id, addressId }: z.infer<typeof OfAddress>): Promise<Step> {
  const { contact, address, links } = await knownAddress(needs, id, addressId)
  const own = links.find((link) => link.contactId === id)
  const heir = own?.isDefault ? links.find((link) => link.contactId !== id) : undefined
  const title = `Took ${address.asTyped} off ${contact.name}`
  return doStep(needs, { title, record: 'contact', id, topic: 'contact' }, [
    { table: 'contactAddresses', before: own ?? null, after: null },
    ...(heir ? [{ table: 'contactAddresses' as const, before: heir, after: { ...heir, isDefault: true } }] : []),
  ])
}

/** Says that this person is meant when a message from a shared address does not tell whom it is about. */
export async function meanByAddress(needs: StepNeeds, { id, addressId }: z.infer<typeof OfAddress>): Promise<Step> {
  const { contact, address, links } = await knownAddress(needs, id, addressId)
  const changed = links.filter((link) => link.isDefault !== (link.contactId === id))
  const title = `${address.asTyped} means ${contact.name}`
  return doStep(
    needs,
    { title, record: 'contact', id, topic: 'contact' },
    changed.map((link): RowChange => {
      const after = { ...link, isDefault: link.contactId === id }
      return { table: 'contactAddresses', before: link, after }
    }),
  )
}

/** Where somebody lives or works. Two at one place share it. */
export async function addPlace(needs: StepNeeds, input: z.infer<typeof AddPlace>): Promise<Step | typeof NO_STEP> {
  const { id, label, ...parts } = input
  const contact = await knownContact(needs, id)
  const { value, asTyped } = placeLine(parts)
  const known = await addressBy(needs.db, needs.officeId, 'postal', value)
  const there = known ? await contactsAt(needs.db, needs.officeId, 'postal', value) : []
  const step = { title: `${contact.name}: ${asTyped}`, record: 'contact' as const, id, topic: 'contact' as const }
  if (there.some((person) => person.id === id)) return NO_STEP
  const addressId = known?.id ?? needs.newId()
  const address = { id: addressId, kind: 'postal', value, asTyped, parts, createdAt: needs.now().getTime() }
  const link = { contactId: id, addressId, isDefault: there.length === 0, label }
  return doStep(needs, step, [
    ...(known ? [] : [{ table: 'addresses' as const, before: null, after: address }]),
    { table: 'contactAddresses', before: null, after: link },
  ])
}

async function knownAddress(needs: StepNeeds, id: string, addressId: string) {
  const { db, officeId } = needs
  const contact = await knownContact(needs, id)
  const address = (await addressesOf(db, officeId, [id])).find((each) => each.id === addressId)
  if (!address) throw notFound('address')
  const keys = (await linksAt(db, officeId, addressId)).map((contactId) => [contactId, addressId])
  return { contact, address, links: [...(await rowsNow(db, officeId, 'contactAddresses', keys)).values()] }
}
