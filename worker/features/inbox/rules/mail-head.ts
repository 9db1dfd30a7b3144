import type { Email } from 'postal-mime'
import { oneLine } from '../../../kernel/text.ts'
import { mailAddresses } from './mail-addresses.ts'
import { headerValues } from './mail-origin.ts'
import { cappedReferences, messageIds, normaliseMessageId } from './message-ids.ts'
import { type CodePage, readAs } from './oem-code-pages.ts'
import type { ParsedMail } from './parsed-mail.ts'
import { cutText, withoutControls } from './visible-text.ts'

const MAX_SUBJECT_LENGTH = 1000
const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Who wrote what to whom and when. `messageId` is null where the mail has none. */
export type MailHead = {
  fields: Pick<ParsedMail, 'from' | 'to' | 'cc' | 'replyTo' | 'subject' | 'sentAt' | 'references'>
  messageId: string | null
  notes: string[]
}

export function mailHead(email: Email, codePage: CodePage | null): MailHead {
  const from = mailAddresses('From', email.from ? [email.from] : [])
  const to = mailAddresses('To', email.to ?? [])
  const cc = mailAddresses('Cc', email.cc ?? [])
  const replyTo = mailAddresses('Reply-To', email.replyTo ?? [])
  const subject = codePage === null ? (email.subject ?? '') : readAs(codePage, email.subject ?? '')
  const ids = ['references', 'in-reply-to'].flatMap((key) => headerValues(email.headers, key)).flatMap(messageIds)
  const fields = {
    from: from.addresses[0] ?? null,
    to: to.addresses,
    cc: cc.addresses,
    replyTo: replyTo.addresses,
    subject: cutText(oneLine(withoutControls(subject)), MAX_SUBJECT_LENGTH),
    sentAt: ISO_INSTANT.test(email.date ?? '') ? (email.date ?? null) : null,
    references: cappedReferences(ids),
  }
  const messageId = normaliseMessageId(email.messageId ?? '')
  const notes = [from, to, cc, replyTo].flatMap((list) => list.notes)
  if (email.date !== undefined && fields.sentAt === null) notes.push('The date of the mail cannot be read.')
  if (fields.from === null) notes.push('The mail names no sender that can be read.')
  if (messageId === null) notes.push('The mail has no Message-ID; its content names it.')
  if (fields.references.length < new Set(ids).size)
    notes.push('The mail refers to very many others; the oldest and the newest were kept.')
  return { fields, messageId, notes }
}
