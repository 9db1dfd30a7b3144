const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0))
const NO_VALUE = 255
const VALUES = new Uint8Array(256).fill(NO_VALUE)
for (const [value, code] of CODES.entries()) VALUES[code] = value

const PAD = 61
const CARRIAGE_RETURN = 13
const LINE_FEED = 10
/** RFC 2045, section 6.8: lines of at most 76 letters, which hold 57 bytes. */
const LINE_BYTES = 57

const letter = (bits: number) => CODES[bits & 63] ?? PAD

/** How many bytes `writeBase64Lines` writes. */
export const base64LinesLength = (bytes: number) => Math.ceil(bytes / 3) * 4 + 2 * Math.ceil(bytes / LINE_BYTES)

/**
 * Writes the bytes as base64 in lines of 76 letters, each ended by CRLF (RFC 2045, section 6.8), and says where it
 * stopped. It writes into the caller's array, because a copy of a 25 MiB attachment is what a Worker has no memory for.
 */
export function writeBase64Lines(bytes: Uint8Array, out: Uint8Array, outFrom: number): number {
  let at = outFrom
  for (let line = 0; line < bytes.length; line += LINE_BYTES) {
    at = writeLetters(bytes, line, Math.min(line + LINE_BYTES, bytes.length), out, at)
    out[at++] = CARRIAGE_RETURN
    out[at++] = LINE_FEED
  }
  return at
}

function writeLetters(bytes: Uint8Array, from: number, to: number, out: Uint8Array, outFrom: number): number {
  let at = outFrom
  for (let i = from; i < to; i += 3) {
    const bits =
      ((bytes[i] ?? 0) << 16) | ((i + 1 < to ? (bytes[i + 1] ?? 0) : 0) << 8) | (i + 2 < to ? (bytes[i + 2] ?? 0) : 0)
    out[at++] = letter(bits >> 18)
    out[at++] = letter(bits >> 12)
    out[at++] = i + 1 < to ? letter(bits >> 6) : PAD
    out[at++] = i + 2 < to ? letter(bits) : PAD
  }
  return at
}

/**
 * The bytes of canonical base64 (RFC 4648, section 4), or null. Refused: white space, missing padding, other alphabets,
 * and unused bits that are not zero, so that one value has one spelling and a signature cannot be varied.
 */
export function bytesFromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const out = new Uint8Array((text.length / 4) * 3 - padding)
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 0; i < text.length - padding; i += 1) {
    const value = VALUES[text.charCodeAt(i)] ?? NO_VALUE
    if (value === NO_VALUE) return null
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    out[at++] = bits >> held
  }
  return (bits & ((1 << held) - 1)) === 0 ? out : null
}

/** The bytes as base64 on one line, for signatures and other small things. */
export const base64Of = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
