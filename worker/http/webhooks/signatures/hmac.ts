import { joinBytes } from '../../../kernel/bytes.ts'

const HMAC_SHA256 = { name: 'HMAC', hash: 'SHA-256' }

const keyFrom = (secret: Uint8Array<ArrayBuffer>, usage: 'sign' | 'verify') =>
  crypto.subtle.importKey('raw', secret, HMAC_SHA256, false, [usage])

/** HMAC-SHA256 (RFC 2104) of the message. */
export const hmacOf = async (secret: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.sign(HMAC_SHA256, await keyFrom(secret, 'sign'), message))

/** Whether any of the signatures is the message's. WebCrypto compares in constant time. */
export async function isSignedBy(
  secret: Uint8Array<ArrayBuffer>,
  signatures: Uint8Array<ArrayBuffer>[],
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = await keyFrom(secret, 'verify')
  const verdicts = await Promise.all(
    signatures.map((signature) => crypto.subtle.verify(HMAC_SHA256, key, signature, message)),
  )
  return verdicts.includes(true)
}

const encoder = new TextEncoder()

/** A text and the bytes of a body, one after the other: what most schemes sign. */
export const textThenBytes = (text: string, body: Uint8Array) => joinBytes([encoder.encode(text), body])
