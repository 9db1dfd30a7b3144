import { base64Of } from '../../../kernel/base64.ts'
import type { MailAddress } from './parsed-mail.ts'

const encoder = new TextEncoder()

/** A mail that was made up here. Ids have no angle brackets; `body` is what follows the header and may hold parts. */
export type WrittenMail = {
  from: MailAddress
  to: MailAddress
  subject: string
  sentAt: Date
  messageId: string
  references?: readonly string[]
  contentType?: string
  /** More header lines, as they stand in a mail. */
  headers?: readonly string[]
  body: string
}

/** The name and the address in `Name <address>`. */
export function mailboxOf(written: string): MailAddress {
  const [, name = '', address = written] = /^([^<]*) <([^>]+)>$/.exec(written) ?? []
  return { name, address }
}

/** Letters beyond ASCII as a header may hold them (RFC 2047, section 4.1). */
const headerText = (text: string) =>
  /[^\x20-\x7e]/.test(text) ? `=?utf-8?B?${base64Of(encoder.encode(text))}?=` : text
const headerMailbox = ({ name, address }: MailAddress) => `${headerText(name)} <${address}>`

/** The mail as it travels (RFC 5322): UTF-8, lines ended by CRLF. */
export function writtenMail(mail: WrittenMail): Uint8Array<ArrayBuffer> {
  const { references = [], headers = [], contentType = 'text/plain; charset=utf-8' } = mail
  const lines = [
    `From: ${headerMailbox(mail.from)}`,
    `To: ${headerMailbox(mail.to)}`,
    `Subject: ${headerText(mail.subject)}`,
    // RFC 5322, section 3.3.
    `Date: ${mail.sentAt.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.messageId}>`,
    ...(references.length > 0 ? [`References: ${references.map((id) => `<${id}>`).join(' ')}`] : []),
    'MIME-Version: 1.0',
    `Content-Type: ${contentType}`,
    ...headers,
    '',
    mail.body,
  ]
  return new Uint8Array(encoder.encode(lines.join('\n').replace(/\r?\n/g, '\r\n')))
}
