import { base64Of } from '../../../kernel/base64.ts'

const encoder = new TextEncoder()

/** A mail that somebody wrote. `from` is `Name <address>`; ids have no angle brackets; `body` may hold MIME parts. */
export type WrittenMail = {
  from: string
  to: string
  subject: string
  sentAt: Date
  messageId: string
  references?: readonly string[]
  contentType?: string
  /** More header lines, as they stand in the mail. */
  headers?: readonly string[]
  body: string
}

/** Letters beyond ASCII as a header may hold them (RFC 2047, section 4.1). */
const headerText = (text: string) =>
  /[^\x20-\x7e]/.test(text) ? `=?utf-8?B?${base64Of(encoder.encode(text))}?=` : text

const mailbox = (written: string) => written.replace(/^[^<]+(?= <)/, headerText)

/** The mail as it travels (RFC 5322): UTF-8, lines ended by CRLF. */
export function writtenMail(mail: WrittenMail): Uint8Array<ArrayBuffer> {
  const { references = [], headers = [], contentType = 'text/plain; charset=utf-8' } = mail
  const lines = [
    `From: ${mailbox(mail.from)}`,
    `To: ${mail.to}`,
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
