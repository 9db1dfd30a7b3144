import type { z } from 'zod'
import { updateConversation } from '../../../db/queries/conversations.ts'
import type { Conversation } from '../../../db/schema/inbox.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { MarkRead, SetStatus } from './input.ts'
import { knownConversation } from './read-conversation.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'desk' | 'member'>
type Fields = Partial<Pick<Conversation, 'status' | 'unread'>>

/** Puts a conversation among the open ones, those that are done, or the spam. It is read by that. */
export const setStatus = (needs: Needs, { id, status }: z.infer<typeof SetStatus>) =>
  changed(needs, id, { status, unread: false })

export const markRead = (needs: Needs, { id, unread }: z.infer<typeof MarkRead>) => changed(needs, id, { unread })

async function changed(needs: Needs, id: string, fields: Fields): Promise<{ id: string }> {
  const { db, officeId, desk, member } = needs
  await knownConversation(needs, id)
  await updateConversation(db, officeId, id, fields)
  await desk.announce([{ topic: 'conversation', ids: [id], by: member.userId }])
  return { id }
}
