import { base64Of, bytesFromBase64 } from '../../../kernel/base64.ts'
import { SECOND_MS } from '../../../kernel/time.ts'
import { hmacOf, isSignedBy, textThenBytes } from './hmac.ts'
import { CLOCK_TOLERANCE_MS, type Disbelief, disbelief, headerIn, msFromUnixSeconds } from './verdict.ts'

/** A rotation needs two signatures; more than this is somebody guessing. */
const SIGNATURES_MAX = 10
const SECRET_PREFIX = 'whsec_'
const SCHEME = 'v1'
/** Visible ASCII but no full stop, which separates what is signed, and no comma, which a doubled header would bring. */
const MESSAGE_ID = /^[\w:@/+=-]{1,200}$/
const SIGNATURE = /^[a-z0-9]{1,10},[A-Za-z0-9+/=_-]{1,200}$/

/** What a sender of the generic door proves: this office's secret signed this id, time and body. */
export type StandardWebhook = {
  /** Base64, with or without the prefix `whsec_`. */
  secret: string
  headers: Headers
  /** The bytes as received, before anything parsed them. */
  body: Uint8Array
  nowMs: number
  toleranceMs?: number
}

/**
 * Verifies a webhook by the Standard Webhooks specification 1.0 (standardwebhooks.com): HMAC-SHA256 over
 * `id.timestamp.body`, with any number of signatures so that a secret can be changed. `id` is for the replay store.
 * Throws only when our own secret is not base64.
 */
export async function standardWebhook(hook: StandardWebhook): Promise<{ ok: true; id: string } | Disbelief> {
  const { headers, nowMs, toleranceMs = CLOCK_TOLERANCE_MS } = hook
  const id = headerIn(headers, 'webhook-id')
  const timestamp = headerIn(headers, 'webhook-timestamp')
  const signature = headerIn(headers, 'webhook-signature')
  if (id === null || timestamp === null || signature === null) return disbelief('missing')
  const signedAtMs = msFromUnixSeconds(timestamp)
  const signatures = signaturesIn(signature)
  if (!MESSAGE_ID.test(id) || signedAtMs === null || signatures === null) return disbelief('malformed')
  if (signatures.length === 0) return disbelief('missing')
  if (Math.abs(nowMs - signedAtMs) > toleranceMs) return disbelief('stale')
  const message = textThenBytes(`${id}.${timestamp}.`, hook.body)
  return (await isSignedBy(secretBytes(hook.secret), signatures, message)) ? { ok: true, id } : disbelief('forged')
}

/** Those of our scheme; null when the list is not written as a list. Other schemes are somebody else's business. */
function signaturesIn(header: string): Uint8Array<ArrayBuffer>[] | null {
  const items = header.split(' ')
  if (items.length > SIGNATURES_MAX || !items.every((item) => SIGNATURE.test(item))) return null
  const ours = items.filter((item) => item.startsWith(`${SCHEME},`)).map((item) => bytesFromBase64(item.slice(3)))
  return ours.every((bytes) => bytes !== null) ? ours : null
}

function secretBytes(secret: string): Uint8Array<ArrayBuffer> {
  const bytes = bytesFromBase64(secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret)
  if (!bytes?.length) throw new Error('The secret of an inbound webhook is not base64.')
  return bytes
}

/** The three headers under which a message of ours goes out; the id must be one that `standardWebhook` accepts. */
export async function signStandardWebhook(message: {
  secret: string
  id: string
  nowMs: number
  body: Uint8Array
}): Promise<{ 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string }> {
  const timestamp = String(Math.floor(message.nowMs / SECOND_MS))
  const signed = textThenBytes(`${message.id}.${timestamp}.`, message.body)
  const signature = base64Of(await hmacOf(secretBytes(message.secret), signed))
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `${SCHEME},${signature}`,
  }
}
