import type { Mail } from '../features/inbox/mail.ts'
import type { MailAttachment } from '../kernel/mail-attachment.ts'
import { NotTaken } from '../kernel/not-taken.ts'
import { Refusal } from '../kernel/refusal.ts'

/** Answers of the send binding that no repetition will change. */
const FINAL_CODES = new Set([
  'E_RECIPIENT_SUPPRESSED',
  'E_RECIPIENT_NOT_ALLOWED',
  'E_HEADER_NOT_ALLOWED',
  'E_FIELD_MISSING',
  'E_VALIDATION_ERROR',
])

/** Answers by which it certainly did not take the mail; after any other fault nobody knows. */
const NOT_TAKEN_CODES = new Set(['E_RATE_LIMIT_EXCEEDED', 'E_DAILY_LIMIT_EXCEEDED'])

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const attached = ({ name, type, text }: MailAttachment) => ({
  ...{ filename: name, type, content: text, disposition: 'attachment' as const },
})

/** Cloudflare's send binding. It sets the Message-ID itself and refuses ours, so threads hang on our references. */
export const cloudflareMail = (binding: SendEmail, from: string): Pick<Mail, 'send'> => ({
  async send(mail) {
    try {
      await binding.send({
        from: { name: mail.fromName, email: from },
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        headers: { ...mail.headers, 'X-Foyer-Send': mail.sendId },
        ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
        ...(mail.attachments?.length ? { attachments: mail.attachments.map(attached) } : {}),
      })
    } catch (error) {
      if (FINAL_CODES.has(codeOf(error)))
        throw new Refusal('invalid', `This mail cannot be delivered (${codeOf(error)}).`)
      if (NOT_TAKEN_CODES.has(codeOf(error))) throw new NotTaken(codeOf(error))
      throw error
    }
  },
})
