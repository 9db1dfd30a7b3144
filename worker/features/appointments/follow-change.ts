import { isConflict } from '#dialect'
import { addRow } from '../../../db/queries/acts.ts'
import { appointmentById, attachContact } from '../../../db/queries/appointments.ts'
import { contactById } from '../../../db/queries/contacts.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Guest } from '../../kernel/diary.ts'
import { contactMeant, planAddress, planContact } from '../contacts/plan-contact.ts'
import { planMessages } from '../customer-messages/plan-messages.ts'

type Needs = Pick<OfficeCtx, 'db' | 'directory' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'jobs'>

/** What follows from a change of an appointment, once it stands in the database: who it is of is known, and is told. */
export async function followChange(
  needs: Needs,
  { appointmentId, deskVersion }: { appointmentId: string; deskVersion: number },
): Promise<void> {
  await knowGuest(needs, appointmentId)
  await planMessages(needs, appointmentId, deskVersion)
}

/** Whoever booked on the booking page is found among the contacts by mail address or phone, or becomes one. */
async function knowGuest(needs: Needs, appointmentId: string, isAgain = false): Promise<void> {
  const { db, officeId, desk } = needs
  const appointment = await appointmentById(db, officeId, appointmentId)
  if (!appointment?.guest || appointment.contactId !== null) return
  const { guest } = appointment
  const known = (await meant(needs, guest)) ?? (await contactById(db, officeId, appointmentId))
  const contactId = known?.id ?? appointmentId
  const plan = joined(
    known ? await planMore(needs, contactId, guest) : await planGuest(needs, contactId, guest),
    planConsent(needs, contactId, guest),
    alone((db) => attachContact(db, officeId, appointmentId, contactId)),
  )
  try {
    await commit(db, plan)
  } catch (error) {
    // Another change of it was followed at the same moment, or somebody wrote the same address: then they are known now.
    if (isAgain || !isConflict(error)) throw error
    return knowGuest(needs, appointmentId, true)
  }
  await desk.announce([...plan.changes, { topic: 'appointment', ids: [appointmentId], by: null }])
}

const addressesOf = ({ email, phone }: Guest) => [
  ...(email ? [{ kind: 'email' as const, typed: email }] : []),
  ...(phone ? [{ kind: 'phone' as const, typed: phone }] : []),
]

async function meant(needs: Needs, guest: Guest) {
  for (const address of addressesOf(guest)) {
    const contact = await contactMeant(needs, address)
    if (contact) return contact
  }
  return null
}

/** Goes by the appointment's own id, so that of two that follow at once the second is refused and tried again. */
const planGuest = (needs: Needs, id: string, guest: Guest): Promise<Plan> =>
  planContact(needs, {
    ...{ id, name: guest.name, source: 'booking', by: { kind: 'customer' } },
    addresses: addressesOf(guest),
  })

/** Somebody who is known may have written an address that was not. */
async function planMore(needs: Needs, contactId: string, guest: Guest): Promise<Plan> {
  const plans = await Promise.all(addressesOf(guest).map((address) => planAddress(needs, contactId, address)))
  return joined(...plans.filter((plan) => plan !== null))
}

/** What they agreed to on the booking page, by each way in which they can be reached. */
function planConsent({ officeId, now, newId }: Needs, contactId: string, guest: Guest): Plan {
  const { consent } = guest
  if (consent === null) return alone(() => [])
  const channels = addressesOf(guest).map(({ kind }) => (kind === 'email' ? 'email' : 'sms'))
  const rows = channels.map((channel) => ({
    ...{ id: newId(), contactId, channel, isGiven: true, at: now().getTime() },
    ...{ evidence: `Booking page: ${consent}`, by: { kind: 'customer' } },
  }))
  return alone((db) => rows.map((row) => addRow(db, officeId, 'consents', row)))
}
