import { consentsOf } from '../../../db/queries/consents.ts'
import { addressesOf, contactById } from '../../../db/queries/contacts.ts'
import { textNumber } from '../../../db/queries/text-numbers.ts'
import type { Appointment } from '../../../db/schema/appointments.ts'
import type { OfficeCtx } from '../../context.ts'
import { normalised } from '../contacts/plan-contact.ts'
import type { Channel } from './rules/steps.ts'

type Needs = Pick<OfficeCtx, 'db' | 'directory' | 'officeId' | 'office'>
const MOST_CONSENTS = 100

/** Somebody to be told, each way in which they can be reached, and why one may not be used. */
export type Recipient = {
  contactId: string | null
  name: string
  timeZone: string | null
  ways: Record<Channel, { address: string | null; whyNot: string | null }>
}

/** Whose appointment it is. What they wrote when they booked comes before what the office has of them. Null: nobody's. */
export async function recipientOf(needs: Needs, appointment: Appointment): Promise<Recipient | null> {
  const { db, officeId } = needs
  const { contactId, guest } = appointment
  const contact = contactId === null ? null : await contactById(db, officeId, contactId)
  if (!contact && !guest) return null
  const known = contact ? await addressesOf(db, officeId, [contact.id]) : []
  const knownOf = (kind: 'email' | 'phone') => known.find((address) => address.kind === kind)?.value ?? null
  const typed = (kind: 'email' | 'phone', text: string | null | undefined) =>
    text ? normalised(needs, { kind, typed: text }) : null
  const email = typed('email', guest?.email) ?? knownOf('email')
  const phone = typed('phone', guest?.phone) ?? knownOf('phone')
  const refused = contact ? await refusedBy(needs, contact.id) : null
  return {
    ...{ contactId: contact?.id ?? null, name: contact?.name ?? guest?.name ?? '', timeZone: guest?.timeZone ?? null },
    ways: {
      email: { address: email, whyNot: whyNotMail(email, refused) },
      sms: { address: phone, whyNot: await whyNotText(needs, phone, refused) },
    },
  }
}

/** What they said no to last. */
async function refusedBy({ db, officeId }: Needs, contactId: string): Promise<ReadonlySet<string>> {
  const all = await consentsOf(db, officeId, contactId, MOST_CONSENTS)
  const newest = all.filter(({ channel }, at) => all.findIndex((each) => each.channel === channel) === at)
  return new Set(newest.filter(({ isGiven }) => !isGiven).map(({ channel }) => channel))
}

function whyNotMail(email: string | null, refused: ReadonlySet<string> | null): string | null {
  if (email === null) return 'No mail address of theirs is known.'
  return refused?.has('email') ? 'They do not want mails.' : null
}

async function whyNotText(
  { directory }: Needs,
  phone: string | null,
  refused: ReadonlySet<string> | null,
): Promise<string | null> {
  if (phone === null) return 'No phone number of theirs is known.'
  if (refused?.has('sms')) return 'They do not want text messages.'
  return (await textNumber(directory, phone))?.stoppedAt ? 'They answered STOP to a text message.' : null
}

/** By which ways they can be reached and may be. */
export const reachableBy = ({ ways }: Recipient): Record<Channel, boolean> => ({
  email: ways.email.whyNot === null,
  sms: ways.sms.whyNot === null,
})
