import { SECOND_MS } from '../../../kernel/time.ts'

/** RFC 6238, section 4.1: the time step that every authenticator app assumes. */
const STEP_MS = 30 * SECOND_MS
const DIGITS = 6
const COUNTER_BYTES = 8
const HMAC_SHA1 = { name: 'HMAC', hash: 'SHA-1' }

/** The number of the time step that an instant lies in. */
export const stepAt = (at: Date) => Math.floor(at.getTime() / STEP_MS)

/**
 * The code of a time step: TOTP by RFC 6238 with HMAC-SHA-1, the only variant that all apps know, over HOTP by RFC 4226,
 * section 5.3. Ours and not the plugin of better-auth, which takes a code of three steps, takes it twice, and is not
 * asked at all when a session is opened by a link.
 */
export async function codeAt(step: number, secret: Uint8Array<ArrayBuffer>, digits = DIGITS): Promise<string> {
  const key = await crypto.subtle.importKey('raw', secret, HMAC_SHA1, false, ['sign'])
  const counter = new DataView(new ArrayBuffer(COUNTER_BYTES))
  counter.setBigUint64(0, BigInt(step))
  const digest = new DataView(await crypto.subtle.sign(HMAC_SHA1, key, counter))
  const offset = digest.getUint8(digest.byteLength - 1) & 0x0f
  const number = digest.getUint32(offset) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** Whether a text has the form of an app's code; anything else can only be a backup code. */
export const isAppCode = (text: string) => text.length === DIGITS && /^\d+$/.test(text)
