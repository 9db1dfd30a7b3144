import type { z } from 'zod'
import { updateConversation } from '../../../db/queries/conversations.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import type { Conversation } from '../../../db/schema/inbox.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { planBringBack, planPutAway } from '../contacts/plan-put-away.ts'
import type { MarkRead, SetStatus } from './input.ts'
import { knownConversation } from './read-conversation.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'desk' | 'member'>
type Fields = Partial<Pick<Conversation, 'status' | 'unread'>>

/** Puts a conversation among the open ones, those that are done, or the spam. It is read by that. */
export async function setStatus(needs: Needs, { id, status }: z.infer<typeof SetStatus>): Promise<{ id: string }> {
  const conversation = await knownConversation(needs, id)
  return changed(needs, id, { status, unread: false }, await planSender(needs, conversation, status))
}

export async function markRead(needs: Needs, { id, unread }: z.infer<typeof MarkRead>): Promise<{ id: string }> {
  await knownConversation(needs, id)
  return changed(needs, id, { unread }, [])
}

/** A contact that came with spam goes with it, and comes back with it. */
async function planSender(needs: Needs, conversation: Conversation, status: Conversation['status']): Promise<Plan[]> {
  if (status === conversation.status) return []
  if (status === 'spam') return planPutAway(needs, conversation)
  return conversation.status === 'spam' ? planBringBack(needs, conversation) : []
}

async function changed(needs: Needs, id: string, fields: Fields, plans: Plan[]): Promise<{ id: string }> {
  const { db, officeId, desk, member } = needs
  const plan = joined(
    alone((db) => [updateConversation(db, officeId, id, fields)]),
    ...plans,
  )
  await commit(db, plan)
  await desk.announce([{ topic: 'conversation', ids: [id], by: member.userId }, ...plan.changes])
  return { id }
}
