import { wasPutAwayAsSpam } from '../../../db/queries/contact-traces.ts'
import { alone, type Plan } from '../../../db/queries/plan.ts'
import type { OfficeCtx } from '../../context.ts'
import { contactMeant, planContact } from '../contacts/plan-contact.ts'
import { mailSender } from './rules/mail-sender.ts'
import { normaliseAddress } from './rules/normalise-address.ts'
import type { ParsedMail } from './rules/parsed-mail.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now' | 'newId'>

/** Whoever was put away with their spam does not come back as a new contact with the next one. */
const isKnownSpammer = ({ db, officeId }: Needs, address: string) =>
  wasPutAwayAsSpam(db, officeId, normaliseAddress(address) ?? address)

/** The contact a mail is from: the one known by its address, or, for a person who writes for the first time, a new one. */
export async function senderContact(needs: Needs, mail: ParsedMail): Promise<{ contactId: string | null; plan: Plan }> {
  const nothing = alone(() => [])
  const sender = mailSender(mail)
  const meant = sender ?? mail.from
  if (!meant || meant.address === '') return { contactId: null, plan: nothing }
  const address = { kind: 'email' as const, typed: meant.address }
  const known = await contactMeant(needs, address)
  if (known) return { contactId: known.id, plan: nothing }
  if (!sender || (await isKnownSpammer(needs, sender.address))) return { contactId: null, plan: nothing }
  const id = needs.newId()
  const name = sender.name.trim() || sender.address
  const person = { id, name, source: 'message' as const, by: { kind: 'sender' as const }, addresses: [address] }
  return { contactId: id, plan: await planContact(needs, person) }
}
