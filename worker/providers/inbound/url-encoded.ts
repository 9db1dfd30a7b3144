import type { FormPart } from './form-parts.ts'

export const FIELDS_MAX = 5000

const AMPERSAND = 38
const EQUALS = 61
const PERCENT = 37
const PLUS = 43
const SPACE = 32

const decoder = new TextDecoder()

/**
 * Splits an application/x-www-form-urlencoded body, byte for byte: `URLSearchParams` would decode every value as UTF-8
 * and destroy a raw message in another charset. Linear. Null above `FIELDS_MAX` fields.
 */
export function urlEncodedParts(body: Uint8Array): FormPart[] | null {
  const parts: FormPart[] = []
  for (let from = 0; from < body.length; ) {
    const found = body.indexOf(AMPERSAND, from)
    const end = found < 0 ? body.length : found
    if (end > from && parts.push(fieldIn(body.subarray(from, end))) > FIELDS_MAX) return null
    from = end + 1
  }
  return parts
}

function fieldIn(pair: Uint8Array): FormPart {
  const equals = pair.indexOf(EQUALS)
  const nameEnd = equals < 0 ? pair.length : equals
  return {
    name: decoder.decode(percentDecoded(pair.subarray(0, nameEnd))),
    filename: null,
    type: null,
    bytes: percentDecoded(pair.subarray(nameEnd + 1)),
  }
}

/** A percent sign without two hexadecimal digits stands for itself (WHATWG URL, "percent-decode"). */
function percentDecoded(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    const high = byte === PERCENT ? hexDigit(bytes[at + 1]) : -1
    const low = high < 0 ? -1 : hexDigit(bytes[at + 2])
    if (low >= 0) at += 2
    out[length++] = low >= 0 ? high * 16 + low : byte === PLUS ? SPACE : byte
  }
  return out.subarray(0, length)
}

/** The value of an ASCII hexadecimal digit, or -1. */
function hexDigit(code = 0): number {
  if (code >= 48 && code <= 57) return code - 48
  const lower = code | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}
