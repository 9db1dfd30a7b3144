import type { z } from 'zod'
import { intakesOf, suggestionsIn } from '../../../db/queries/assistant.ts'
import { contactById } from '../../../db/queries/contacts.ts'
import { conversationById } from '../../../db/queries/conversations.ts'
import { attachmentsOf, pageOfMessages } from '../../../db/queries/messages.ts'
import type { Conversation, Message } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { ConversationShown, MessageShown, ReadConversation } from './input.ts'

/** How many messages are shown at once; the older ones are asked for. */
const MESSAGES_SHOWN = 50

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** A conversation of this office, or the refusal that it is not found. */
export async function knownConversation({ db, officeId }: Needs, id: string): Promise<Conversation> {
  const conversation = await conversationById(db, officeId, id)
  if (!conversation) throw notFound('conversation')
  return conversation
}

/** A conversation with its newest messages, what was understood of each, and what is suggested. */
export async function readConversation(
  needs: Needs,
  { id, before }: z.infer<typeof ReadConversation>,
): Promise<z.infer<typeof ConversationShown>> {
  const { db, officeId } = needs
  const conversation = await knownConversation(needs, id)
  const page = { before: before ?? null, limit: MESSAGES_SHOWN + 1 }
  const [found, suggestions, contact] = await Promise.all([
    pageOfMessages(db, officeId, id, page),
    suggestionsIn(db, officeId, id),
    conversation.contactId ? contactById(db, officeId, conversation.contactId) : null,
  ])
  // A contact that was put away has no page to lead to.
  const living = contact?.archivedAt ? null : contact
  const messages = found.slice(0, MESSAGES_SHOWN).reverse()
  const [oldest] = messages
  return {
    ...conversation,
    contactId: living?.id ?? null,
    contactName: living?.name ?? null,
    messages: await shown(needs, messages),
    older: found.length > MESSAGES_SHOWN && oldest ? { at: oldest.at, id: oldest.id } : null,
    suggestions,
  }
}

async function shown({ db, officeId }: Needs, messages: Message[]): Promise<z.infer<typeof MessageShown>[]> {
  const ids = messages.map((message) => message.id)
  const [attachments, intakes] = await Promise.all([attachmentsOf(db, officeId, ids), intakesOf(db, officeId, ids)])
  return messages.map((message) => ({
    ...message,
    hasHtml: message.htmlKey !== null,
    hasRaw: message.rawKey !== null,
    attachments: attachments.filter((attachment) => attachment.messageId === message.id),
    intake: intakes.find((intake) => intake.messageId === message.id) ?? null,
  }))
}
