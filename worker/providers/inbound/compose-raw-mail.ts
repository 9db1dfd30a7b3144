import { base64LinesLength, writeBase64Lines } from '../../kernel/base64.ts'
import { fileNameParameter, folded, type HeaderLine, isSafeHeader } from './mail-headers.ts'

/** A body in the charset its bytes are in. */
export type MailText = { bytes: Uint8Array; charset: string }
export type MailAttachment = { name: string; type: string; contentId: string | null; bytes: Uint8Array }

export type MailFields = {
  /** In order. Those that describe the body are replaced by ours. */
  headers: HeaderLine[]
  text: MailText | null
  html: MailText | null
  attachments: MailAttachment[]
}

/** All bodies are base64, in which no such line can stand; so the same fields always make the same bytes. */
const MIXED = '=_foyer_mixed'
const ALTERNATIVE = '=_foyer_alternative'
const CHARSET = /^[\w.:+-]{1,40}$/
const MEDIA_TYPE = /^[a-z0-9][\w.+-]{0,80}\/[a-z0-9][\w.+-]{0,80}$/i
/** These may not be base64 (RFC 2046, section 5.2), and a parser would open them as part of our own message. */
const COMPOSITE = /^(?:multipart|message)\//i
const OCTETS = 'application/octet-stream'

/** Header text as it stands, and bytes that become base64 lines. */
type Piece = string | Uint8Array

/**
 * A raw message (RFC 5322, headers in UTF-8 by RFC 6532) from the fields of a vendor that took it apart, so that the
 * house files one kind of thing. Bodies keep their bytes and charset. Deterministic: the same fields sent twice are the
 * same message. Refused: a header whose name or value holds CR, LF or NUL, which could begin another header.
 */
export function composeRawMail(fields: MailFields): { ok: true; raw: Uint8Array } | { ok: false; why: 'bad_header' } {
  const headers = fields.headers.filter(({ name }) => !/^(?:content-|mime-version$)/i.test(name))
  if (!headers.every(isSafeHeader)) return { ok: false, why: 'bad_header' }
  const bodies = bodiesOf(fields)
  const pieces = [
    ...headers.map(folded),
    'MIME-Version: 1.0\r\n',
    ...multipart('mixed', MIXED, [bodies, ...fields.attachments.map(attachmentPart)]),
  ]
  return { ok: true, raw: bytesOf(pieces) }
}

const EMPTY_TEXT: MailText = { bytes: new Uint8Array(), charset: 'utf-8' }

function bodiesOf({ text, html }: MailFields): Piece[] {
  if (text && html) return multipart('alternative', ALTERNATIVE, [textPart('plain', text), textPart('html', html)])
  return html ? textPart('html', html) : textPart('plain', text ?? EMPTY_TEXT)
}

const multipart = (kind: string, boundary: string, parts: Piece[][]): Piece[] => [
  `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n`,
  ...parts.flatMap((part) => [`--${boundary}\r\n`, ...part]),
  `--${boundary}--\r\n`,
]

const textPart = (kind: string, { bytes, charset }: MailText): Piece[] => [
  `Content-Type: text/${kind}; charset="${CHARSET.test(charset) ? charset : 'utf-8'}"\r\n`,
  'Content-Transfer-Encoding: base64\r\n\r\n',
  bytes,
]

function attachmentPart({ name, type, contentId, bytes }: MailAttachment): Piece[] {
  const mediaType = MEDIA_TYPE.test(type) && !COMPOSITE.test(type) ? type : OCTETS
  const id = contentId?.replace(/[<>\s\0]/g, '')
  return [
    `Content-Type: ${mediaType}\r\n`,
    `Content-Disposition: attachment${fileNameParameter(name)}\r\n`,
    ...(id ? [folded({ name: 'Content-ID', value: `<${id}>` })] : []),
    'Content-Transfer-Encoding: base64\r\n\r\n',
    bytes,
  ]
}

const encoder = new TextEncoder()

/** Two passes, length then bytes, so that a large attachment exists once as it came and once encoded, and no more. */
function bytesOf(pieces: Piece[]): Uint8Array {
  const ready = pieces.map((piece) => (typeof piece === 'string' ? { head: encoder.encode(piece) } : { body: piece }))
  const length = ready.reduce((sum, { head, body }) => sum + (head ? head.length : base64LinesLength(body.length)), 0)
  const raw = new Uint8Array(length)
  let at = 0
  for (const { head, body } of ready) {
    if (head) raw.set(head, at)
    at = head ? at + head.length : writeBase64Lines(body, raw, at)
  }
  return raw
}
