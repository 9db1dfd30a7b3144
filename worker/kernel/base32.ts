/** The alphabet of RFC 4648, section 6, in lower case: it survives mail servers that change the case of addresses. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const BITS_PER_LETTER = 5

/** The bytes in base32 without padding: eight letters for five bytes. */
export function base32Of(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff
    for (held += 8; held >= BITS_PER_LETTER; held -= BITS_PER_LETTER)
      text += ALPHABET.charAt((bits >> (held - BITS_PER_LETTER)) & 31)
  }
  return held > 0 ? text + ALPHABET.charAt((bits << (BITS_PER_LETTER - held)) & 31) : text
}
