import { burnToken } from '../../../db/queries/inbound.ts'
import { LARGEST_MAIL_BYTES, TOO_LARGE } from '../../features/inbox/accept-mail.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formParts } from '../../providers/inbound/form-parts.ts'
import type { InboundMail } from '../../providers/inbound/inbound-mail.ts'
import { mailgunMail, mailgunProof } from '../../providers/mailgun.ts'
import type { HttpContext } from '../app.ts'
import { bodyOf, deliver, type Knock, knockAt, unsigned } from './knock.ts'
import { MAILGUN_WINDOW_MS, mailgunSignature } from './signatures/mailgun.ts'

/** A form may spell each byte of the message with three. */
const FORM_GROWTH = 3
/** The one status after which Mailgun does not try again. */
const NO_MORE = 406

/**
 * `POST /hooks/email/mailgun/:inboxKey` (and `…/mime` for raw messages): Mailgun's routes. The signature does not cover
 * the message, so each token opens the door for one content only.
 */
export async function mailgunDoor(c: HttpContext): Promise<Response> {
  const body = await bodyOf(c, LARGEST_MAIL_BYTES * FORM_GROWTH)
  const knock = await knockAt(c)
  const parts = formParts(c.req.header('content-type') ?? '', body)
  const signingKey = c.env.MAILGUN_SIGNING_KEY
  if (!parts || !signingKey) throw unsigned()
  const verdict = await mailgunSignature({ ...mailgunProof(parts), signingKey, nowMs: Date.now() })
  if (!verdict.ok || !knock.needs) throw unsigned()
  const read = mailgunMail(parts)
  if (!read.ok) throw new Refusal('invalid', 'This is not a message of a Mailgun route.')
  if (!(await mayUse(knock, verdict.token, read.mail)))
    return refusedForGood(c, new Refusal('not_allowed', 'This token was used for another message.'))
  if (read.mail.raw.length > LARGEST_MAIL_BYTES) return refusedForGood(c, new Refusal('too_large', TOO_LARGE))
  return deliver(knock, 'mailgun', read.mail)
}

const refusedForGood = (c: HttpContext, { code, message }: Refusal) =>
  c.json({ error: code, sentence: message }, NO_MORE)

async function mayUse({ needs }: Knock, token: string, mail: InboundMail): Promise<boolean> {
  if (!needs) return false
  const contentHash = await sha256Hex(new Uint8Array(mail.raw))
  const expiresAt = new Date(needs.now().getTime() + 2 * MAILGUN_WINDOW_MS)
  const use = await burnToken(needs.directory, { source: 'mailgun', token, contentHash, expiresAt })
  return use !== 'reused'
}
