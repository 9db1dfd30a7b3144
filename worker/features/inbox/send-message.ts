import { updateConversation } from '../../../db/queries/conversations.ts'
import { messageById, moveMessage } from '../../../db/queries/messages.ts'
import type { OfficeCtx } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'mail' | 'desk'>

const reference = (id: string) => `<${id}>`
/** A header line ends at 998 characters (RFC 5322); carriers allow 2,048 bytes. The oldest ids in between are left out. */
const REFERENCES_KEPT = 12

/** Carries out an answer. A carrier that refuses it for good leaves it failed, for a member to see. */
export async function sendMessage(needs: Needs, messageId: string): Promise<void> {
  const { db, officeId, office, mail, desk } = needs
  const message = await messageById(db, officeId, messageId)
  const [recipient] = message?.to ?? []
  if (!message || !recipient || message.state !== 'queued') return
  const [anchor = '', ...others] = message.references
  const references = [anchor, ...others.slice(-REFERENCES_KEPT)].filter(Boolean).map(reference)
  const answered = others.at(-1)
  const outgoing = {
    ...{ sendId: message.id, officeId, fromName: office.name, to: recipient.address, replyTo: null },
    ...{ subject: message.subject, text: message.text },
    headers: {
      References: references.join(' '),
      ...(answered ? { 'In-Reply-To': reference(answered) } : {}),
    },
  }
  const outcome = await mail.send(outgoing).then(() => 'sent' as const, refusedForGood)
  await moveMessage(db, officeId, message.id, 'queued', outcome)
  await updateConversation(db, officeId, message.conversationId, { unread: false })
  await desk.announce([{ topic: 'conversation', ids: [message.conversationId], by: null }])
}

/** A refusal is the carrier's last word; a fault is thrown on, and the job is tried again. */
function refusedForGood(error: unknown): 'failed' {
  if (error instanceof Refusal) return 'failed'
  throw error
}
