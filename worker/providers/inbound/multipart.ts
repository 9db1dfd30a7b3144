import type { FormPart } from './form-parts.ts'
import { headerParameters } from './header-parameters.ts'

/** RFC 2046, section 5.1.1. */
const BOUNDARY = /^[\w'()+,./:=? -]{1,70}$/
export const PARTS_MAX = 2000
/** The header lines of one part. */
const PART_HEADERS_MAX_BYTES = 16 * 1024

const CR = 13
const LF = 10
const HYPHEN = 45
const SPACE = 32
const TAB = 9

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * Splits a multipart/form-data body (RFC 7578) into parts that are views of it, byte for byte: `Request.formData()` would
 * decode every field as UTF-8 and destroy the others. Linear. Null when there is no usable boundary, when a part has no
 * name, when the closing delimiter is missing, or when there are more than `PARTS_MAX` parts.
 */
export function multipartParts(body: Uint8Array, contentType: string): FormPart[] | null {
  const boundary = headerParameters(contentType).get('boundary')
  if (!boundary || !BOUNDARY.test(boundary)) return null
  const dashes = encoder.encode(`--${boundary}`)
  const parts: FormPart[] = []
  let delimiter = delimiterFrom(body, 0, dashes)
  while (delimiter && !delimiter.closes) {
    const next = delimiterFrom(body, delimiter.end, dashes)
    const part = next && partIn(body.subarray(delimiter.end, next.start))
    if (!part || parts.push(part) > PARTS_MAX) return null
    delimiter = next
  }
  return delimiter ? parts : null
}

/** `start` excludes the line break before the delimiter, which belongs to it; `end` is where the next part begins. */
type Delimiter = { start: number; end: number; closes: boolean }

function delimiterFrom(body: Uint8Array, from: number, dashes: Uint8Array): Delimiter | null {
  for (let at = from; at < body.length; at += 1) {
    if (body[at] !== HYPHEN || !isLineStart(body, at) || !standsAt(body, at, dashes)) continue
    const delimiter = delimiterEnd(body, at + dashes.length)
    if (delimiter) return { start: Math.max(at - 2, from), ...delimiter }
  }
  return null
}

const isLineStart = (body: Uint8Array, at: number) => at === 0 || (body[at - 1] === LF && body[at - 2] === CR)

const standsAt = (body: Uint8Array, at: number, sought: Uint8Array) => sought.every((byte, i) => body[at + i] === byte)

/** A delimiter fills its line, so that a boundary that merely begins a longer line stays content. */
function delimiterEnd(body: Uint8Array, from: number): { end: number; closes: boolean } | null {
  const closes = body[from] === HYPHEN && body[from + 1] === HYPHEN
  let at = closes ? from + 2 : from
  while (body[at] === SPACE || body[at] === TAB) at += 1
  if (closes && at === body.length) return { end: at, closes }
  return body[at] === CR && body[at + 1] === LF ? { end: at + 2, closes } : null
}

function partIn(bytes: Uint8Array): FormPart | null {
  const blank = blankLineIn(bytes)
  if (blank === null) return null
  const headers = partHeaders(decoder.decode(bytes.subarray(0, blank)))
  const disposition = headerParameters(headers.get('content-disposition') ?? '')
  const name = disposition.get('name')
  if (name === undefined) return null
  return {
    name,
    filename: disposition.get('filename') ?? null,
    type: headers.get('content-type') ?? null,
    bytes: bytes.subarray(blank + 4),
  }
}

/** Where CR LF CR LF begins. */
function blankLineIn(bytes: Uint8Array): number | null {
  const last = Math.min(bytes.length - 4, PART_HEADERS_MAX_BYTES)
  for (let at = 0; at <= last; at += 1)
    if (bytes[at] === CR && bytes[at + 1] === LF && bytes[at + 2] === CR && bytes[at + 3] === LF) return at
  return null
}

const partHeaders = (block: string) =>
  new Map(
    block.split('\r\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
