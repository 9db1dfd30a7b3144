/** It has a character for every byte, so that something legible is left when all else fails. */
const LAST_RESORT = 'windows-1252'

/** The text of header bytes in the first of these charsets that fits them; those not named are passed over. Never throws. */
export function decoded(bytes: Uint8Array, charsets: (string | undefined)[]): string {
  const fitting = charsets.find((charset) => charset !== undefined && fits(bytes, charset))
  return new TextDecoder(fitting ?? LAST_RESORT).decode(bytes)
}

function fits(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true, ignoreBOM: false }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return false
    throw error
  }
}
