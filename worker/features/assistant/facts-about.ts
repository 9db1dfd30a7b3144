import { nextAppointment } from '../../../db/queries/appointments.ts'
import { wasPutAwayAsSpam } from '../../../db/queries/contact-traces.ts'
import { addressesOf, contactById } from '../../../db/queries/contacts.ts'
import { hasOpenDeal } from '../../../db/queries/deals.ts'
import type { Conversation, Message } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { dayIn } from '../../kernel/time.ts'
import type { Facts } from './rules/proposals/matter.ts'

/** What the office knows around a message, as far as it decides what to propose. */
export async function factsAbout(
  needs: Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now'>,
  message: Message,
  { contactId }: Conversation,
): Promise<Facts> {
  const { db, officeId, office, now } = needs
  const [contact, addresses, isDealOpen, appointment] = contactId
    ? await Promise.all([
        contactById(db, officeId, contactId),
        addressesOf(db, officeId, [contactId]),
        hasOpenDeal(db, officeId, contactId),
        nextAppointment(db, officeId, contactId, now()),
      ])
    : [null, [], false, null]
  const isSpammer = contactId === null && (await wasPutAwayAsSpam(db, officeId, message.from.address))
  return {
    isSpammer,
    // One that was removed is nobody's any more: what is learnt of the sender makes a new contact.
    contactKnown: contact !== null && contact.archivedAt === null,
    contactName: contact?.name ?? null,
    fromAddress: message.from.address,
    fromName: message.from.name,
    knownAddresses: addresses.map((address) => address.value),
    bulk: message.isBulk,
    today: dayIn(office.timeZone, now()),
    hasOpenDeal: isDealOpen,
    hasUpcomingAppointment: appointment !== null,
    currency: office.currency,
  }
}
