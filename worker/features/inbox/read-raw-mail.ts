import type { Inbound } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { missingMessageId } from './rules/message-key.ts'
import { parseMail } from './rules/parse-mail.ts'
import type { ParsedMail } from './rules/parsed-mail.ts'

type Needs = Pick<OfficeCtx, 'files' | 'log' | 'officeId'>

/**
 * The mail behind a delivery. What the parser cannot read is a message all the same: it says so, and its original can
 * be downloaded.
 */
export async function readRawMail(needs: Needs, inbound: Inbound): Promise<{ mail: ParsedMail; isReadable: boolean }> {
  const raw = await needs.files.get(inbound.rawKey)
  if (!raw) throw new Error('The raw message of a delivery is missing from the files.')
  const bytes = new Uint8Array(await new Response(raw.body).arrayBuffer())
  try {
    return { mail: await namedByBytes(await parseMail(bytes), bytes), isReadable: true }
  } catch (error) {
    needs.log.fault('mail_unreadable', error, { officeId: needs.officeId, inboundId: inbound.id })
    return { mail: unreadable(inbound, await sha256Hex(bytes)), isReadable: false }
  }
}

/** A mail without an id, in which nothing could be read, goes by its bytes: else all such mails would pass for one. */
async function namedByBytes(mail: ParsedMail, bytes: Uint8Array<ArrayBuffer>): Promise<ParsedMail> {
  const isBlank = mail.text === '' && mail.html === null && mail.attachments.length === 0
  if (!isBlank || mail.messageId !== missingMessageId(mail.contentHash)) return mail
  const contentHash = await sha256Hex(bytes)
  return { ...mail, contentHash, messageId: missingMessageId(contentHash) }
}

const unreadable = (inbound: Inbound, contentHash: string): ParsedMail => ({
  from: { name: '', address: inbound.envelopeFrom },
  to: [{ name: '', address: inbound.envelopeTo }],
  cc: [],
  replyTo: [],
  subject: 'A message that could not be read',
  sentAt: null,
  messageId: missingMessageId(contentHash),
  references: [],
  text: '',
  html: null,
  hiddenChars: 0,
  attachments: [],
  calendarMethod: null,
  contentHash,
  notes: ['This message could not be read. Download the original to see it.'],
  autoSubmitted: false,
  bulk: false,
  listId: null,
  precedence: null,
  authenticationResults: [],
  deliveryReport: false,
})
