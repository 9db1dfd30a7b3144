import type { z } from 'zod'
import { membersOf } from '../../../db/queries/members.ts'
import { commit } from '../../../db/queries/plan.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { amountOf } from './amount-of.ts'
import type { CreateDeal } from './input.ts'
import { planDeal } from './plan-deal.ts'

type Needs = Pick<MemberCtx, 'db' | 'directory' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'member'>

/** A deal written down by a member; without a stage it begins in the first of its pipeline. */
export async function createDeal(needs: Needs, input: z.infer<typeof CreateDeal>): Promise<{ id: string }> {
  const { title, amount, contactId, expectedOn, ownerId = null, pipelineId, stageId } = input
  const currency = input.currency ?? needs.office.currency
  if (contactId) await knownContact(needs, contactId)
  if (ownerId) await knownOwner(needs, ownerId)
  const amountMinor = amountOf(amount, currency)
  const id = needs.newId()
  const by = { kind: 'member' as const, userId: needs.member.userId }
  const plan = await planDeal(needs, {
    ...{ id, title, amountMinor, currency, contactId, expectedOn, ownerId, pipelineId, stageId },
    ...{ conversationId: null, source: 'member', by },
  })
  await commit(needs.db, plan)
  await needs.desk.announce(plan.changes)
  return { id }
}

/** Insists that a deal can be looked after by this member of the office. */
async function knownOwner({ directory, officeId }: Needs, userId: string): Promise<void> {
  if (!(await membersOf(directory, officeId)).some((member) => member.userId === userId)) throw notFound('member')
}
