import type { ParsedMail } from './parsed-mail.ts'

type Content = Pick<ParsedMail, 'from' | 'sentAt' | 'subject' | 'text' | 'html' | 'attachments'>

/**
 * What makes two deliveries the same mail: sender, date, subject, body and files, and none of the headers that a
 * transport adds. Its hash stands beside the Message-ID in the unique key, because some senders reuse their ids.
 */
export const canonicalContent = (mail: Content): string =>
  JSON.stringify([
    mail.from?.address ?? '',
    mail.sentAt ?? '',
    mail.subject,
    canonicalBody(mail.text),
    canonicalBody(mail.html ?? ''),
    mail.attachments.map((file) => [file.name, file.type, file.bytes.length]),
  ])

/** The key of one logical message. The same id with another hash is another message. */
export const messageKey = (mail: Pick<ParsedMail, 'messageId' | 'contentHash'>) =>
  `${mail.messageId} ${mail.contentHash}`

/** The id that a mail without one goes by. */
export const missingMessageId = (contentHash: string) => `${contentHash}@missing.local`

/** Relays rewrite line ends and trailing blanks, and nothing else. */
const canonicalBody = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
