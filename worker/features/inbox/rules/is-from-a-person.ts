import type { MailOrigin } from './parsed-mail.ts'

/** Local parts that nobody reads answers at. */
const NOBODY = /^(?:no-?reply|do-?not-?reply|donotreply|mailer-daemon|postmaster|bounces?|notifications?|newsletter)\b/

/**
 * Whether a mail was written by somebody the office may come to serve. Lists, machines and delivery reports get no
 * contact of their own: a list of customers full of newsletters helps nobody.
 */
export const isFromAPerson = (address: string, origin: Pick<MailOrigin, 'bulk' | 'autoSubmitted' | 'deliveryReport'>) =>
  !origin.bulk && !origin.autoSubmitted && !origin.deliveryReport && !NOBODY.test(address)
