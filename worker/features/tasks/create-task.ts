import type { z } from 'zod'
import { commit } from '../../../db/queries/plan.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { knownDeal } from '../deals/known-deal.ts'
import { knownConversation } from '../inbox/read-conversation.ts'
import type { CreateTask } from './input.ts'
import { planTask } from './plan-task.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>

/** A task written down by a member, about a contact, a conversation or a deal. */
export async function createTask(needs: Needs, input: z.infer<typeof CreateTask>): Promise<{ id: string }> {
  const { contactId, conversationId, dealId } = input
  await Promise.all([
    contactId && knownContact(needs, contactId),
    conversationId && knownConversation(needs, conversationId),
    dealId && knownDeal(needs, dealId),
  ])
  const id = needs.newId()
  const by = { kind: 'member' as const, userId: needs.member.userId }
  const plan = planTask(needs, { ...input, id, source: 'member', by })
  await commit(needs.db, plan)
  await needs.desk.announce(plan.changes)
  return { id }
}
