const encoder = new TextEncoder()
const HMAC_SHA256 = { name: 'HMAC', hash: 'SHA-256' }

export const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The SHA-256 of bytes, or of a text's UTF-8 bytes, in hexadecimal. */
export const sha256Hex = async (content: string | Uint8Array<ArrayBuffer>) => {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** The SHA-1 of a text, in hexadecimal. Only for those who ask for one: it protects nothing. */
export const sha1Hex = async (text: string) =>
  hexOf(new Uint8Array(await crypto.subtle.digest('SHA-1', encoder.encode(text))))

const keyFrom = (secret: string, usage: 'sign' | 'verify') =>
  crypto.subtle.importKey('raw', encoder.encode(secret), HMAC_SHA256, false, [usage])

/** HMAC-SHA256 (RFC 2104) of the text. */
export const keyedDigest = async (secret: string, text: string) =>
  new Uint8Array(await crypto.subtle.sign(HMAC_SHA256, await keyFrom(secret, 'sign'), encoder.encode(text)))

/** Whether the digest is the text's. WebCrypto compares in constant time. */
export const isKeyedDigest = async (secret: string, text: string, digest: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.verify(HMAC_SHA256, await keyFrom(secret, 'verify'), digest, encoder.encode(text))
