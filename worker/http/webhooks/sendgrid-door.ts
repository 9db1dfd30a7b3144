import { LARGEST_MAIL_BYTES } from '../../features/inbox/accept-mail.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formParts } from '../../providers/inbound/form-parts.ts'
import { sendgridMail } from '../../providers/sendgrid.ts'
import type { HttpContext } from '../app.ts'
import { bodyOf, deliver, knockAt, unsigned } from './knock.ts'
import { sendgridSignature } from './signatures/sendgrid.ts'

/** The other fields of the form beside the message. */
const FORM_MARGIN_BYTES = 1024 * 1024

/**
 * `POST /hooks/email/sendgrid/:inboxKey`: SendGrid's Inbound Parse, raw or parsed. Where the deployment has a public key
 * every request must be signed by it; where it has none, the unguessable address is what authorises.
 */
export async function sendgridDoor(c: HttpContext): Promise<Response> {
  const body = await bodyOf(c, LARGEST_MAIL_BYTES + FORM_MARGIN_BYTES)
  const knock = await knockAt(c)
  const { SENDGRID_PUBLIC_KEY: publicKey } = c.env
  if (publicKey) {
    const verdict = await sendgridSignature({ publicKey, headers: c.req.raw.headers, body, nowMs: Date.now() })
    if (!verdict.ok) throw unsigned()
  }
  if (!knock.needs) throw unsigned()
  const parts = formParts(c.req.header('content-type') ?? '', body)
  const read = parts && sendgridMail(parts)
  if (!read?.ok) throw new Refusal('invalid', 'This is not a message of Inbound Parse.')
  return deliver(knock, 'sendgrid', read.mail)
}
