import { touchConversation } from '../../../db/queries/conversations.ts'
import { insertMessage } from '../../../db/queries/messages.ts'
import type { Plan } from '../../../db/queries/plan.ts'
import type { Conversation, MailAddress, Message } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { oneLine, shorten } from '../../kernel/text.ts'
import { anchorOf } from './anchors.ts'

const PREVIEW_LENGTH = 200

type Needs = Pick<OfficeCtx, 'env' | 'officeId' | 'office' | 'now'>
export type Reply = {
  id: string
  conversation: Conversation
  /** Whom it answers: the recipient is the address that the sender wants answers at, and never anybody else. */
  answers: Pick<Message, 'from' | 'replyTo' | 'subject' | 'internetMessageId' | 'references'>
  text: string
  state: 'draft' | 'queued'
  authorId: string | null
}

/** An answer in a conversation, to whoever wrote the message that it answers. */
export async function planReply(needs: Needs, reply: Reply): Promise<Plan> {
  const { officeId, office, now } = needs
  const { id, conversation, answers, text, state, authorId } = reply
  const at = now()
  const from: MailAddress = { name: office.name, address: '' }
  const anchor = await anchorOf(needs, conversation.id)
  const answered = answers.internetMessageId ? [answers.internetMessageId] : []
  const message = {
    ...{ officeId, id, conversationId: conversation.id, contactId: conversation.contactId },
    ...{
      direction: 'out' as const,
      state,
      messageKey: `ours ${id}`,
      from,
      to: [answers.replyTo ?? answers.from],
      cc: [],
    },
    references: [...new Set([anchor, ...answers.references, ...answered])],
    subject: /^re:/i.test(answers.subject) ? answers.subject : `Re: ${answers.subject}`,
    ...{ text, ranges: [{ start: 0, end: text.length, kind: 'reply' as const }], notes: [], authorId },
    ...{ at, createdAt: at },
  }
  const newest = { preview: shorten(oneLine(text), PREVIEW_LENGTH), lastFrom: office.name, lastMessageAt: at }
  return {
    write: (db) => [
      insertMessage(db, message),
      ...(state === 'queued' ? [touchConversation(db, officeId, conversation.id, newest)] : []),
    ],
    effects: [{ change: 'created', entity: 'draft', id, version: 1 }],
    changes: [{ topic: 'conversation', ids: [conversation.id], by: authorId }],
  }
}
