import { isFromAPerson } from './is-from-a-person.ts'
import type { MailAddress, MailOrigin } from './parsed-mail.ts'

type Mail = Pick<MailOrigin, 'bulk' | 'autoSubmitted' | 'deliveryReport'> & {
  from: MailAddress | null
  replyTo: MailAddress[]
}

/** Where answers go instead of to the sender; null where the mail names no other address. */
export function answerAddress({ from, replyTo }: Pick<Mail, 'from' | 'replyTo'>): MailAddress | null {
  const other = replyTo.find(({ address }) => address !== '')
  return other && other.address !== from?.address ? other : null
}

/**
 * The person a mail is from, or null. A form on a website writes from an address that nobody reads and names its
 * visitor in Reply-To: that visitor is meant. Where a person writes, Reply-To alone makes nobody else of them.
 */
export function mailSender(mail: Mail): MailAddress | null {
  const { from } = mail
  if (from && from.address !== '' && isFromAPerson(from.address, mail)) return from
  const visitor = answerAddress(mail)
  return visitor && isFromAPerson(visitor.address, mail) ? visitor : null
}
