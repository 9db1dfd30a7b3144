import { updateConversation } from '../../../db/queries/conversations.ts'
import { messageById, moveMessage } from '../../../db/queries/messages.ts'
import type { Message } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { NotTaken } from '../../kernel/not-taken.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { OutgoingMail } from './mail.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'mail' | 'desk' | 'log'>

const encoder = new TextEncoder()
const reference = (id: string) => `<${id}>`
/** Carriers take 2,048 bytes of one header. */
const REFERENCES_MAX_BYTES = 2000

/**
 * Carries out an answer, once. A carrier that refuses it for good leaves it failed; where nobody knows whether it went
 * out, because the carrier did not say or we were interrupted, it is left to a member and not sent again by itself.
 */
export async function sendMessage(needs: Needs, messageId: string): Promise<void> {
  const { db, officeId, desk } = needs
  const message = await messageById(db, officeId, messageId)
  const [recipient] = message?.to ?? []
  if (!message || !recipient || (message.state !== 'queued' && message.state !== 'sending')) return
  const outcome = await carriedOut(needs, message, recipient.address)
  await moveMessage(db, officeId, message.id, 'sending', outcome)
  await updateConversation(db, officeId, message.conversationId, { unread: false })
  await desk.announce([{ topic: 'conversation', ids: [message.conversationId], by: null }])
}
/** What became of the message. It says `sending` while the carrier has it, so that an interruption shows afterwards. */
async function carriedOut(needs: Needs, message: Message, to: string): Promise<'sent' | 'failed' | 'unknown'> {
  const { db, officeId, office, mail, log } = needs
  if (!mail.recognisesRepeats && message.state === 'sending') return 'unknown'
  await moveMessage(db, officeId, message.id, 'queued', 'sending')
  try {
    await mail.send(outgoing(office, message, to))
    return 'sent'
  } catch (error) {
    if (error instanceof Refusal) return 'failed'
    if (mail.recognisesRepeats || error instanceof NotTaken) {
      await moveMessage(db, officeId, message.id, 'sending', 'queued')
      throw error
    }
    log.fault('send_uncertain', error, { messageId: message.id })
    return 'unknown'
  }
}

function outgoing(office: OfficeCtx['office'], { id, subject, text, references }: Message, to: string): OutgoingMail {
  const [anchor, ...others] = references
  const answered = others.at(-1)
  return {
    ...{ sendId: id, officeId: office.id, fromName: office.name, to, replyTo: null, subject, text },
    headers: {
      References: referencesOf(anchor, others),
      ...(answered ? { 'In-Reply-To': reference(answered) } : {}),
    },
  }
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
