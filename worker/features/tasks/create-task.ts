import type { z } from 'zod'
import { commit, joined } from '../../../db/queries/plan.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { knownDeal } from '../deals/known-deal.ts'
import { knownConversation } from '../inbox/read-conversation.ts'
import { knownAssignee, zoneOf } from './assignee.ts'
import type { CreateTask } from './input.ts'
import { planAssigned } from './plan-assigned.ts'
import { planTask } from './plan-task.ts'
import { dueAfter } from './rules/due-fields.ts'
import { knownLinks } from './task-links.ts'

type Needs = Pick<MemberCtx, 'db' | 'directory' | 'office' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>

/** A task written down by a member, about a contact, a conversation or a deal, or whatever else it is linked to. */
export async function createTask(needs: Needs, input: z.infer<typeof CreateTask>): Promise<{ id: string }> {
  const { contactId, conversationId, dealId, links = [], assigneeId = null } = input
  await Promise.all([
    contactId && knownContact(needs, contactId),
    conversationId && knownConversation(needs, conversationId),
    dealId && knownDeal(needs, dealId),
    assigneeId && knownAssignee(needs, assigneeId),
    knownLinks(needs, links),
  ])
  const id = needs.newId()
  const by = { kind: 'member' as const, userId: needs.member.userId }
  const due = input.dueAt
    ? dueAfter({ dueOn: null, dueAt: null }, { dueAt: input.dueAt }, await zoneOf(needs, assigneeId))
    : { dueOn: input.dueOn, dueAt: null }
  const plan = joined(
    planTask(needs, { ...input, ...due, id, source: 'member', by }),
    planAssigned(needs, { id, title: input.title, assigneeId, version: 1 }),
  )
  await commit(needs.db, plan)
  await needs.desk.announce(plan.changes)
  return { id }
}
