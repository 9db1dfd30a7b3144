import { type Splice, spliced } from './byte-splices.ts'
import { mendedHeader } from './mended-header.ts'
import { type MimePart, mimeParts } from './mime-parts.ts'
import type { CodePage } from './oem-code-pages.ts'
import { recodedPart } from './recoded-part.ts'

/**
 * A mail that the parser will read rightly: the same bytes, except for headers that said something untrue.
 * `bodyStart` is where its body begins; `codePage` is set when some of its text needs `readAs` after parsing.
 */
export type MendedMail = { raw: Uint8Array; codePage: CodePage | null; bodyStart: number; notes: string[] }

/**
 * Corrects what the MIME parser would read wrongly or for very long, before it reads: charsets that are unknown,
 * missing or plainly untrue, headers in raw Latin-1, NUL characters, headers and parts beyond all measure.
 */
export function mendMail(raw: Uint8Array): MendedMail {
  const { parts, readBytes, isUnclosed, isCapped } = mimeParts(raw)
  const notes: string[] = []
  if (isCapped) notes.push('The mail has more parts or lines than are read; the original holds the rest.')
  if (isUnclosed) notes.push('The mail ends before its last part was closed; something may be missing.')
  const splices: Splice[] = []
  let codePage: CodePage | null = null
  for (const part of parts) {
    const mended = mendedHeader(raw, part)
    const recoded = recodedPart(raw, part, mended.header)
    const header = recoded?.header ?? mended.header
    const bytes = new TextEncoder().encode(header)
    codePage ??= mended.codePage
    notes.push(...mended.notes, ...(recoded?.notes ?? []))
    if (!hasBytesAt(raw, part.headerStart, bytes, part.header.length))
      splices.push({ at: part.headerStart, length: part.header.length, bytes })
    if (recoded) splices.push({ at: part.bodyStart, length: part.bodyEnd - part.bodyStart, bytes: recoded.body })
  }
  const mended = spliced(raw.subarray(0, readBytes), splices)
  return { raw: mended, codePage, bodyStart: bodyStart(parts[0], splices[0]), notes: [...new Set(notes)] }
}

/** A mail without anything to mend is not copied: two of 25 MB and their parts do not fit into an isolate. */
const hasBytesAt = (raw: Uint8Array, at: number, bytes: Uint8Array, length: number) =>
  bytes.length === length && bytes.every((byte, index) => byte === raw[at + index])

/** Where the body begins once the header above it has changed its length. */
function bodyStart(first: MimePart | undefined, splice: Splice | undefined): number {
  if (first === undefined) return 0
  if (splice?.at !== 0 || first.header.length !== splice.length) return first.bodyStart
  return first.bodyStart + splice.bytes.length - splice.length
}
