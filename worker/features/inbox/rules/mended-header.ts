import { chooseCharset, isUtf8 } from './charset.ts'
import { contentTypeOf, transferEncodingOf, withContentType } from './mime-header.ts'
import type { MimePart } from './mime-parts.ts'
import type { CodePage } from './oem-code-pages.ts'
import { decodedSample } from './transfer-encoding.ts'

const SAMPLE_BYTES = 64 * 1024
const MAX_TOP_HEADER_CHARS = 512 * 1024
const MAX_PART_HEADER_CHARS = 64 * 1024

const CHARSET = /charset\s*=\s*"?([^\s";]{1,60})"?/i
const ENCODED_WORD_CHARSET = /=\?([\w:.-]{1,40})(?=(?:\*[\w-]{1,20})?\?[bq]\?)/gi
const NOTHING = new Uint8Array(0)

/** A part's header as it should have been written. */
export type MendedHeader = { header: string; codePage: CodePage | null; notes: string[] }

/** Corrects the header of one part, looking at the beginning of its body where the header may be wrong about it. */
export function mendedHeader(raw: Uint8Array, part: MimePart): MendedHeader {
  const { header, notes } = readableHeader(raw, part)
  const words = encodedWordCharsets(header)
  const body = raw.subarray(part.bodyStart, Math.min(part.bodyEnd, part.bodyStart + SAMPLE_BYTES))
  const mended = withCharset(words.header, body)
  return {
    header: mended.header,
    codePage: mended.codePage ?? words.codePage,
    notes: [...notes, ...words.notes, ...mended.notes],
  }
}

/** The header as characters: without NUL, within its limit, raw bytes that are not UTF-8 read as windows-1252. */
function readableHeader(raw: Uint8Array, part: MimePart): { header: string; notes: string[] } {
  const bytes = raw.subarray(part.headerStart, part.headerStart + part.header.length)
  const notes: string[] = []
  const isRead = isUtf8(bytes)
  let header = isRead ? new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes) : part.header
  if (!isRead) notes.push('A header holds raw bytes; it was read as windows-1252.')
  if (header.includes('\0')) {
    header = header.replaceAll('\0', '')
    notes.push('A NUL character was removed from a header.')
  }
  const limit = part.headerStart === 0 ? MAX_TOP_HEADER_CHARS : MAX_PART_HEADER_CHARS
  if (header.length > limit) {
    header = header.slice(0, header.lastIndexOf('\n', limit) + 1)
    notes.push('The headers are too long; the original holds the rest.')
  }
  return { header, notes }
}

/** Names the charset of every encoded word (RFC 2047) by a label that the parser knows. */
function encodedWordCharsets(header: string): MendedHeader {
  const notes: string[] = []
  let codePage: CodePage | null = null
  const mended = header.replace(ENCODED_WORD_CHARSET, (_, label: string) => {
    const choice = chooseCharset(label, NOTHING)
    codePage ??= choice.codePage
    if (choice.note !== null) notes.push(choice.note)
    return `=?${choice.label}`
  })
  return { header: mended, codePage, notes }
}

/** Writes the charset that reads the body into the header of a text part. */
function withCharset(header: string, sample: Uint8Array): MendedHeader {
  const type = contentTypeOf(header)
  if (type !== '' && !/^"?text\//i.test(type)) return { header, codePage: null, notes: [] }
  const claimed = CHARSET.exec(type)?.[1] ?? null
  const { label, note, codePage } = chooseCharset(claimed, decodedSample(transferEncodingOf(header), sample))
  const notes = note === null ? [] : [note]
  if (label === (claimed ?? 'utf-8').toLowerCase()) return { header, codePage, notes }
  const written =
    claimed === null ? `${type || 'text/plain'}; charset=${label}` : type.replace(CHARSET, `charset=${label}`)
  return { header: withContentType(header, written), codePage, notes }
}
