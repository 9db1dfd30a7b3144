const SEQUENCE = 0x30
const INTEGER = 0x02
/** Each of r and s on P-256. */
const NUMBER_BYTES = 32

/**
 * An ECDSA signature on P-256 from DER (RFC 3279, section 2.2.3), which vendors send, to r‖s, which WebCrypto wants.
 * Null for anything but the one canonical spelling: trailing bytes, padded or negative numbers, long lengths.
 */
export function rawFromDer(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) return null
  const r = integerAt(der, 2)
  const s = r && integerAt(der, r.end)
  if (!s || s.end !== der.length) return null
  const raw = new Uint8Array(2 * NUMBER_BYTES)
  raw.set(r.digits, NUMBER_BYTES - r.digits.length)
  raw.set(s.digits, 2 * NUMBER_BYTES - s.digits.length)
  return raw
}

function integerAt(der: Uint8Array, at: number): { digits: Uint8Array; end: number } | null {
  const length = der[at + 1] ?? 0
  const end = at + 2 + length
  const bytes = der.subarray(at + 2, end)
  const [first = 0, second = 0] = bytes
  if (der[at] !== INTEGER || length === 0 || bytes.length !== length || first > 127) return null
  const padded = first === 0 && length > 1
  if (padded && second < 128) return null
  const digits = padded ? bytes.subarray(1) : bytes
  return digits.length <= NUMBER_BYTES ? { digits, end } : null
}
