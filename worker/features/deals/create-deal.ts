import type { z } from 'zod'
import { commit } from '../../../db/queries/plan.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { amountOf } from './amount-of.ts'
import type { CreateDeal } from './input.ts'
import { planDeal } from './plan-deal.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'member'>

export async function createDeal(needs: Needs, input: z.infer<typeof CreateDeal>): Promise<{ id: string }> {
  const { title, amount, contactId, expectedOn, pipelineId } = input
  const currency = input.currency ?? needs.office.currency
  if (contactId) await knownContact(needs, contactId)
  const amountMinor = amountOf(amount, currency)
  const id = needs.newId()
  const by = { kind: 'member' as const, userId: needs.member.userId }
  const plan = await planDeal(needs, {
    ...{ id, title, amountMinor, currency, contactId, expectedOn, pipelineId, conversationId: null },
    ...{ source: 'member', by },
  })
  await commit(needs.db, plan)
  await needs.desk.announce(plan.changes)
  return { id }
}
