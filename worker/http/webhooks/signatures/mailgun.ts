import { HOUR_MS } from '../../../kernel/time.ts'
import { isSignedBy, textThenBytes } from './hmac.ts'
import { CLOCK_TOLERANCE_MS, type Disbelief, disbelief, msFromUnixSeconds } from './verdict.ts'

/** Mailgun repeats for eight hours, and whether a repeat is signed anew is not documented. */
export const MAILGUN_WINDOW_MS = 9 * HOUR_MS
/** Exactly as long as Mailgun makes them: nothing separates time and token, so that a digit could else change sides. */
const TOKEN = /^[0-9A-Za-z]{50}$/
const SIGNATURE = /^[0-9a-f]{64}$/

export type MailgunProof = {
  /** The "HTTP webhook signing key" of the account. */
  signingKey: string
  /** The form fields of these names, or null where there was none. */
  timestamp: string | null
  token: string | null
  signature: string | null
  nowMs: number
  windowMs?: number
}

const NOTHING = new Uint8Array()

/**
 * Verifies a Mailgun route: hex HMAC-SHA256 over `timestamp + token`. The body is not signed, so whoever calls this must
 * let each token through once.
 */
export async function mailgunSignature(proof: MailgunProof): Promise<{ ok: true; token: string } | Disbelief> {
  const { timestamp, token, signature, nowMs, windowMs = MAILGUN_WINDOW_MS } = proof
  if (!timestamp || !token || !signature) return disbelief('missing')
  const signedAtMs = msFromUnixSeconds(timestamp)
  if (signedAtMs === null || !TOKEN.test(token) || !SIGNATURE.test(signature)) return disbelief('malformed')
  if (nowMs - signedAtMs > windowMs || signedAtMs - nowMs > CLOCK_TOLERANCE_MS) return disbelief('stale')
  const message = textThenBytes(timestamp + token, NOTHING)
  const genuine = await isSignedBy(textThenBytes(proof.signingKey, NOTHING), [bytesFromHex(signature)], message)
  return genuine ? { ok: true, token } : disbelief('forged')
}

const bytesFromHex = (hex: string) => new Uint8Array((hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))
