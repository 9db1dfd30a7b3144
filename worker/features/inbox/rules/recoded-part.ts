import { transferEncodingOf, withTransferEncoding } from './mime-header.ts'
import type { MimePart } from './mime-parts.ts'
import { asQuotedPrintable } from './transfer-encoding.ts'

/** The parser keeps every line of a plain part by itself, at 7 µs a line, and of a quoted-printable one at 0.2 µs. */
const MAX_PLAIN_LINES = 2000
/** It also keeps every padded piece of base64; some programs pad each line. */
const MAX_PADDINGS = 20_000
const PADDING = 0x3d

/** A part rewritten so that the parser reads it quickly. `notes` say when it is no longer what was meant. */
export type RecodedPart = { header: string; body: Uint8Array; notes: string[] }

/** Declares a part of very many lines to be quoted-printable; null for all others, which stay as they are. */
export function recodedPart(raw: Uint8Array, part: MimePart, header: string): RecodedPart | null {
  if (!part.isLeaf) return null
  const encoding = transferEncodingOf(header)
  const body = raw.subarray(part.bodyStart, part.bodyEnd)
  const isBroken = encoding === 'base64' && hasTooManyPaddings(body)
  const isPlain = encoding !== 'base64' && encoding !== 'quoted-printable'
  if (!isBroken && !(isPlain && part.bodyLines > MAX_PLAIN_LINES)) return null
  const notes = isBroken ? ['A part is encoded wrongly; it is kept as it came.'] : []
  return { header: withTransferEncoding(header, 'quoted-printable'), body: asQuotedPrintable(body), notes }
}

function hasTooManyPaddings(body: Uint8Array): boolean {
  let count = 0
  for (let at = body.indexOf(PADDING); at !== -1; at = body.indexOf(PADDING, at + 1)) {
    count += 1
    if (count > MAX_PADDINGS) return true
  }
  return false
}
