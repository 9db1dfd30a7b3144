import { bytesFromBase64 } from '../../../kernel/base64.ts'
import { type Disbelief, disbelief, headerIn } from './verdict.ts'

const HMAC_SHA1 = { name: 'HMAC', hash: 'SHA-1' }
const SIGNATURE_HEADER = 'x-twilio-signature'
const encoder = new TextEncoder()

export type TwilioProof = {
  authToken: string
  headers: Headers
  /** As Twilio was given it: the public address with its query, which behind a proxy is not the request's own. */
  url: string
  fields: URLSearchParams
}

/**
 * Verifies Twilio's signature: base64 of HMAC-SHA1 over the address and all fields sorted by name, each name with its
 * values. Twilio signs an address with or without its port, so both are tried. WebCrypto compares in constant time.
 */
export async function twilioSignature({
  authToken,
  headers,
  url,
  fields,
}: TwilioProof): Promise<{ ok: true } | Disbelief> {
  const written = headerIn(headers, SIGNATURE_HEADER)
  if (written === null) return disbelief('missing')
  const signature = bytesFromBase64(written)
  if (!signature) return disbelief('malformed')
  const key = await crypto.subtle.importKey('raw', encoder.encode(authToken), HMAC_SHA1, false, ['verify'])
  const rest = fieldsSigned(fields)
  for (const address of spellingsOf(url))
    if (await crypto.subtle.verify(HMAC_SHA1, key, signature, encoder.encode(address + rest))) return { ok: true }
  return disbelief('forged')
}

/** Of a name that came several times, its different values in their order. */
function fieldsSigned(fields: URLSearchParams): string {
  const names = [...new Set(fields.keys())].toSorted()
  return names
    .map((name) =>
      [...new Set(fields.getAll(name))]
        .toSorted()
        .map((value) => name + value)
        .join(''),
    )
    .join('')
}

function spellingsOf(url: string): string[] {
  const { protocol, port, hostname } = new URL(url)
  const usual = protocol === 'https:' ? '443' : '80'
  const after = url.slice(url.indexOf('/', protocol.length + 2))
  const bare = `${protocol}//${hostname}${after}`
  return [...new Set([url, bare, `${protocol}//${hostname}:${port || usual}${after}`])]
}
