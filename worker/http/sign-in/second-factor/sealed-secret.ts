import { base64Of, bytesFromBase64 } from '../../../kernel/base64.ts'
import { joinBytes } from '../../../kernel/bytes.ts'

/** NIST SP 800-38D, section 8.2: 96 bits, random and new for each text. */
const NONCE_BYTES = 12
const PURPOSE = 'second factor secret'

const encoder = new TextEncoder()

/** A key for this purpose alone, derived from the deployment's by HKDF (RFC 5869). */
async function keyFrom(secretKey: string): Promise<CryptoKey> {
  const master = await crypto.subtle.importKey('raw', encoder.encode(secretKey), 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(PURPOSE) }
  return crypto.subtle.deriveKey(derivation, master, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** The user is part of what is authenticated, so that a row cannot be moved to somebody else. */
const sealFor = (userId: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encoder.encode(userId),
})

/** The secret as it is stored: nonce and AES-GCM ciphertext, in base64. Two sealings of one secret differ. */
export async function sealSecret(secretKey: string, userId: string, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = await crypto.subtle.encrypt(sealFor(userId, nonce), await keyFrom(secretKey), secret)
  return base64Of(joinBytes([nonce, new Uint8Array(sealed)]))
}

/** The secret of this user. A text that was changed, or sealed for another user or by another key, is a fault. */
export async function openSecret(secretKey: string, userId: string, sealed: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = bytesFromBase64(sealed)
  if (!bytes) throw new Error('A second factor is stored as something other than base64.')
  const nonce = bytes.slice(0, NONCE_BYTES)
  const key = await keyFrom(secretKey)
  return new Uint8Array(await crypto.subtle.decrypt(sealFor(userId, nonce), key, bytes.slice(NONCE_BYTES)))
}
