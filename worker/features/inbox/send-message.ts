import { updateConversation } from '../../../db/queries/conversations.ts'
import { messageById, moveMessage } from '../../../db/queries/messages.ts'
import type { OfficeCtx } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'mail' | 'desk'>

const encoder = new TextEncoder()
const reference = (id: string) => `<${id}>`
/** Carriers take 2,048 bytes of one header. */
const REFERENCES_MAX_BYTES = 2000

/** Carries out an answer. A carrier that refuses it for good leaves it failed, for a member to see. */
export async function sendMessage(needs: Needs, messageId: string): Promise<void> {
  const { db, officeId, office, mail, desk } = needs
  const message = await messageById(db, officeId, messageId)
  const [recipient] = message?.to ?? []
  if (!message || !recipient || message.state !== 'queued') return
  const [anchor, ...others] = message.references
  const answered = others.at(-1)
  const outgoing = {
    ...{ sendId: message.id, officeId, fromName: office.name, to: recipient.address, replyTo: null },
    ...{ subject: message.subject, text: message.text },
    headers: {
      References: referencesOf(anchor, others),
      ...(answered ? { 'In-Reply-To': reference(answered) } : {}),
    },
  }
  const outcome = await mail.send(outgoing).then(() => 'sent' as const, refusedForGood)
  await moveMessage(db, officeId, message.id, 'queued', outcome)
  await updateConversation(db, officeId, message.conversationId, { unread: false })
  await desk.announce([{ topic: 'conversation', ids: [message.conversationId], by: null }])
}

/** The anchor, and as many of the other ids as a header holds: the newest, in their order. */
function referencesOf(anchor = '', others: string[]): string {
  const kept: string[] = []
  let bytes = encoder.encode(reference(anchor)).length
  for (const id of others.toReversed()) {
    bytes += encoder.encode(` ${reference(id)}`).length
    if (bytes > REFERENCES_MAX_BYTES) break
    kept.unshift(reference(id))
  }
  return [reference(anchor), ...kept].join(' ')
}

/** A refusal is the carrier's last word; a fault is thrown on, and the job is tried again. */
function refusedForGood(error: unknown): 'failed' {
  if (error instanceof Refusal) return 'failed'
  throw error
}
