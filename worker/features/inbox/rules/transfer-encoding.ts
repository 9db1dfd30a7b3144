const ESCAPED_BYTE = /=([0-9a-f]{2})/gi
const SOFT_BREAK = /=[ \t]{0,80}\r?\n/g

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const EQUALS = 0x3d
const ESCAPED_SIGN = new TextEncoder().encode('=3D')

const oneCharacterAByte = new TextDecoder('windows-1252')

/** One character a byte, so that positions in the string are positions in the bytes. */
export const bytesAsText = (bytes: Uint8Array) => oneCharacterAByte.decode(bytes)

/**
 * The bytes behind a part's transfer encoding, to look at and not to keep: `text` is `bytesAsText` of a sample, and
 * what is cut off or broken at its end is left out.
 */
export function decodedSample(encoding: string, bytes: Uint8Array): Uint8Array {
  if (encoding === 'base64') return fromBase64(bytesAsText(bytes))
  return encoding === 'quoted-printable' ? fromQuotedPrintable(bytesAsText(bytes)) : bytes
}

function fromBase64(text: string): Uint8Array {
  const clean = text.replace(/[^a-z0-9+/]/gi, '')
  return fromByteString(atob(clean.slice(0, clean.length - (clean.length % 4))))
}

const fromQuotedPrintable = (text: string) =>
  fromByteString(
    text
      .replace(SOFT_BREAK, '')
      .replace(ESCAPED_BYTE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )

const fromByteString = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)

/** Plain bytes written as quoted-printable: only an `=` that would be read as an escape or a soft break is escaped. */
export function asQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const signs = escapes(bytes)
  if (signs.length === 0) return bytes
  const written = new Uint8Array(bytes.length + signs.length * (ESCAPED_SIGN.length - 1))
  let from = 0
  let to = 0
  for (const sign of signs) {
    written.set(bytes.subarray(from, sign), to)
    to += sign - from
    written.set(ESCAPED_SIGN, to)
    to += ESCAPED_SIGN.length
    from = sign + 1
  }
  written.set(bytes.subarray(from), to)
  return written
}

function escapes(bytes: Uint8Array): number[] {
  const signs: number[] = []
  for (let at = bytes.indexOf(EQUALS); at !== -1; at = bytes.indexOf(EQUALS, at + 1)) {
    const next = bytes[at + 1]
    const isSoftBreak = next === undefined || next === LINE_FEED || next === CARRIAGE_RETURN
    if (isSoftBreak || (isHexDigit(next) && isHexDigit(bytes[at + 2]))) signs.push(at)
  }
  return signs
}

const isHexDigit = (byte: number | undefined) => byte !== undefined && /[0-9a-f]/i.test(String.fromCharCode(byte))
