import { and, desc, eq, isNull } from 'drizzle-orm'
import { OfficeId } from '../../worker/kernel/ids.ts'
import type { MailAttachment } from '../../worker/kernel/mail-attachment.ts'
import type { Db } from '../schema/index.ts'
import { sentLocally } from '../schema/office.ts'

type Sent = {
  sendId: string
  officeId: string | null
  to: string
  subject: string
  text: string
  channel?: 'email' | 'sms'
  attachments?: readonly MailAttachment[]
}

/** Keeps the mail or text once, however often it is sent. Mail of the sign-in has no office. */
export async function recordSentLocally(directory: Db, mail: Sent, sentAt: Date) {
  const { to, subject, text, channel = 'email', attachments = [] } = mail
  const officeId = mail.officeId === null ? null : OfficeId.parse(mail.officeId)
  await directory
    .insert(sentLocally)
    .values({ id: mail.sendId, officeId, to, subject, text, channel, attachments: [...attachments], sentAt })
    .onConflictDoNothing()
}

/** The newest mails first: of an office, or, for null, of the sign-in. */
export async function sentLocallyBy(directory: Db, officeId: OfficeId, limit: number) {
  return directory
    .select()
    .from(sentLocally)
    .where(eq(sentLocally.officeId, officeId))
    .orderBy(desc(sentLocally.sentAt), desc(sentLocally.id))
    .limit(limit)
}

/** The newest sign-in mails to one address. Only a local deployment answers it, for whoever forgot a password there. */
export async function sentLocallyTo(directory: Db, to: string, limit: number) {
  return directory
    .select()
    .from(sentLocally)
    .where(and(eq(sentLocally.to, to), isNull(sentLocally.officeId)))
    .orderBy(desc(sentLocally.sentAt), desc(sentLocally.id))
    .limit(limit)
}
