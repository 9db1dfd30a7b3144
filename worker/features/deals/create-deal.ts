import type { z } from 'zod'
import { commit } from '../../../db/queries/plan.ts'
import { minorUnits } from '../../kernel/money.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { knownContact } from '../contacts/read-contact.ts'
import type { CreateDeal } from './input.ts'
import { planDeal } from './plan-deal.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'member'>

export async function createDeal(needs: Needs, input: z.infer<typeof CreateDeal>): Promise<{ id: string }> {
  const { title, amount, contactId, expectedOn } = input
  if (contactId) await knownContact(needs, contactId)
  const amountMinor = amount === null ? null : minorUnits(amount, needs.office.currency)
  if (amount !== null && amountMinor === null) throw new Refusal('invalid', `“${amount}” is not an amount of money.`)
  const id = needs.newId()
  const by = { kind: 'member' as const, userId: needs.member.userId }
  const plan = await planDeal(needs, {
    ...{ id, title, amountMinor, contactId, expectedOn, conversationId: null },
    ...{ source: 'member', by },
  })
  await commit(needs.db, plan)
  await needs.desk.announce(plan.changes)
  return { id }
}
