import { bytesFromBase64 } from '../../../kernel/base64.ts'
import { rawFromDer } from './ecdsa-der.ts'
import { textThenBytes } from './hmac.ts'
import { CLOCK_TOLERANCE_MS, type Disbelief, disbelief, headerIn, msFromUnixSeconds } from './verdict.ts'

const SIGNATURE_HEADER = 'x-twilio-email-event-webhook-signature'
const TIMESTAMP_HEADER = 'x-twilio-email-event-webhook-timestamp'
const P256 = { name: 'ECDSA', namedCurve: 'P-256' }
const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' }

export type SendgridProof = {
  /** As SendGrid shows it: the base64 of a DER public key (SPKI). */
  publicKey: string
  headers: Headers
  /** The bytes as received, before anything parsed them. */
  body: Uint8Array
  nowMs: number
  /** SendGrid documents no window; ours holds in both directions. */
  toleranceMs?: number
}

/**
 * Verifies SendGrid's signature: ECDSA over P-256 and SHA-256 of `timestamp + body`. Throws only when the public key
 * that the office entered is none.
 */
export async function sendgridSignature(proof: SendgridProof): Promise<{ ok: true } | Disbelief> {
  const { headers, nowMs, toleranceMs = CLOCK_TOLERANCE_MS } = proof
  const timestamp = headerIn(headers, TIMESTAMP_HEADER)
  const signature = headerIn(headers, SIGNATURE_HEADER)
  if (timestamp === null || signature === null) return disbelief('missing')
  const signedAtMs = msFromUnixSeconds(timestamp)
  const der = bytesFromBase64(signature)
  const raw = der && rawFromDer(der)
  if (signedAtMs === null || !raw) return disbelief('malformed')
  if (Math.abs(nowMs - signedAtMs) > toleranceMs) return disbelief('stale')
  const key = await crypto.subtle.importKey('spki', keyBytes(proof.publicKey), P256, false, ['verify'])
  const genuine = await crypto.subtle.verify(ECDSA_SHA256, key, raw, textThenBytes(timestamp, proof.body))
  return genuine ? { ok: true } : disbelief('forged')
}

function keyBytes(publicKey: string): Uint8Array<ArrayBuffer> {
  const bytes = bytesFromBase64(publicKey.replace(/\s/g, ''))
  if (!bytes?.length) throw new Error("SendGrid's public key is not base64.")
  return bytes
}
