import { alone, type Plan } from '../../../db/queries/plan.ts'
import type { OfficeCtx } from '../../context.ts'
import { contactMeant, planContact } from '../contacts/plan-contact.ts'
import { isFromAPerson } from './rules/is-from-a-person.ts'
import type { ParsedMail } from './rules/parsed-mail.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now' | 'newId'>

/** The contact a mail is from: the one known by its address, or, for a person who writes for the first time, a new one. */
export async function senderContact(needs: Needs, mail: ParsedMail): Promise<{ contactId: string | null; plan: Plan }> {
  const nothing = alone(() => [])
  const { from } = mail
  if (!from || from.address === '') return { contactId: null, plan: nothing }
  const address = { kind: 'email' as const, typed: from.address }
  const known = await contactMeant(needs, address)
  if (known) return { contactId: known.id, plan: nothing }
  if (!isFromAPerson(from.address, mail)) return { contactId: null, plan: nothing }
  const id = needs.newId()
  const name = from.name.trim() || from.address
  const person = { id, name, source: 'message' as const, by: { kind: 'sender' as const }, addresses: [address] }
  return { contactId: id, plan: await planContact(needs, person) }
}
