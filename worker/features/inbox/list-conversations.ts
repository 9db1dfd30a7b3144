import type { z } from 'zod'
import { countUnread, pageOfConversations } from '../../../db/queries/conversations.ts'
import type { OfficeCtx } from '../../context.ts'
import { type ConversationPage, type ListConversations, PAGE_SIZE } from './input.ts'

/** A page of conversations, newest first, and how many of all open ones are unread. */
export async function listConversations(
  needs: Pick<OfficeCtx, 'db' | 'officeId'>,
  { cursor, ...filter }: z.infer<typeof ListConversations>,
): Promise<z.infer<typeof ConversationPage>> {
  const { db, officeId } = needs
  const [found, unread] = await Promise.all([
    pageOfConversations(db, officeId, { filter, after: cursor ?? null, limit: PAGE_SIZE + 1 }),
    countUnread(db, officeId),
  ])
  const rows = found
    .slice(0, PAGE_SIZE)
    .map(({ conversation, contactName, waiting }) => ({ ...conversation, contactName, waiting }))
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE_SIZE && last ? { at: last.lastMessageAt, id: last.id } : null, unread }
}
