import type { MailAttachment } from '../../kernel/mail-attachment.ts'

/** A mail on its way out. Header values are plain text; none may hold a line break. */
export type OutgoingMail = {
  /** One for each mail that is meant to be sent; travels with it, so that a repeat can be recognised. */
  sendId: string
  officeId: string | null
  fromName: string
  to: string
  replyTo: string | null
  subject: string
  text: string
  headers: Record<string, string>
  attachments?: readonly MailAttachment[]
}

/**
 * The port to whoever carries mail. A refusal is final; after `NotTaken` it may be tried again; after any other error
 * nobody knows whether the mail went out.
 */
export type Mail = {
  send(mail: OutgoingMail): Promise<void>
  /** Whether the carrier knows a mail again by its `sendId`, so that a repeat sends nothing twice. */
  recognisesRepeats: boolean
}
