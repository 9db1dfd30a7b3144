import { LARGEST_MAIL_BYTES } from '../../features/inbox/accept-mail.ts'
import { inboundSecret } from '../../features/office/inbound-secret.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { InboundMail } from '../../providers/inbound/inbound-mail.ts'
import type { HttpContext } from '../app.ts'
import { genericMail } from './generic-mail.ts'
import { bodyOf, deliver, knockAt, unsigned } from './knock.ts'
import { standardWebhook } from './signatures/standard-webhook.ts'

/** Base64 makes files a third larger, and JSON adds its quotes. */
const JSON_GROWTH = 1.5

/**
 * `POST /hooks/email/generic/:inboxKey`: a message as raw RFC 5322, or as JSON, signed by Standard Webhooks with the
 * inbox's secret. https://www.standardwebhooks.com
 */
export async function genericDoor(c: HttpContext): Promise<Response> {
  const isJson = c.req.header('content-type')?.includes('json') ?? false
  const body = await bodyOf(c, isJson ? LARGEST_MAIL_BYTES * JSON_GROWTH : LARGEST_MAIL_BYTES)
  const knock = await knockAt(c)
  const secret = await inboundSecret(c.env.SECRET_KEY, knock)
  const verdict = await standardWebhook({ secret, headers: c.req.raw.headers, body, nowMs: Date.now() })
  if (!verdict.ok || !knock.needs) throw unsigned()
  return deliver(knock, 'generic', isJson ? fromJson(body) : fromRaw(c, body))
}

function fromJson(body: Uint8Array): InboundMail {
  const read = genericMail(body)
  if (!read.ok) throw new Refusal('invalid', read.problem)
  return read.mail
}

/** The envelope of a raw message travels beside it, in the query. */
const fromRaw = (c: HttpContext, raw: Uint8Array): InboundMail => ({
  envelopeFrom: c.req.query('from') ?? '',
  envelopeTo: c.req.queries('to') ?? [],
  raw,
})
