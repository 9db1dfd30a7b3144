import type { z } from 'zod'
import { commit } from '../../../db/queries/plan.ts'
import type { Contact } from '../../../db/schema/contacts.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { CreateContact } from './input.ts'
import { contactMeant, normalised, planContact } from './plan-contact.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'member'>

/** A new contact, written down by a member. Refuses what is no address; says who has it when it is known already. */
export async function createContact(needs: Needs, input: z.infer<typeof CreateContact>): Promise<{ id: string }> {
  const addresses = [
    ...(input.email ? [{ kind: 'email' as const, typed: input.email }] : []),
    ...(input.phone ? [{ kind: 'phone' as const, typed: input.phone }] : []),
  ]
  for (const address of addresses) {
    if (normalised(needs, address) === null) throw new Refusal('invalid', `“${address.typed}” is not complete.`)
    const owner = await contactMeant(needs, address)
    if (owner && sameName(owner, input.name)) throw new Refusal('conflict', `${owner.name} is in the list already.`)
  }
  const id = needs.newId()
  const by = { kind: 'member' as const, userId: needs.member.userId }
  const plan = await planContact(needs, { id, name: input.name, source: 'member', by, addresses })
  await commit(needs.db, plan)
  await needs.desk.announce(plan.changes)
  return { id }
}

const sameName = (contact: Contact, name: string) => contact.name.toLowerCase() === name.toLowerCase()
