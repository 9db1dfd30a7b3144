import { z } from 'zod'
import { composeRawMail, type MailAttachment, type MailText } from './inbound/compose-raw-mail.ts'
import { type FormPart, jsonNamed, partNamed, textNamed } from './inbound/form-parts.ts'
import { addressesIn, type InboundReading } from './inbound/inbound-mail.ts'
import { inOneLine, isSafeHeader } from './inbound/mail-headers.ts'

const MessageHeaders = z.array(z.tuple([z.string(), z.string()]))
const ContentIds = z.record(z.string(), z.string())
const ATTACHMENT = /^attachment-\d+$/
/** What stands in for `message-headers` in case Mailgun sends none. */
const HEADER_FIELDS = { From: 'from', To: 'To', Subject: 'subject', 'Message-Id': 'Message-Id', Date: 'Date' }

/** What Mailgun signed: time and token, and nothing of the message. */
export const mailgunProof = (parts: FormPart[]) => ({
  timestamp: textNamed(parts, 'timestamp'),
  token: textNamed(parts, 'token'),
  signature: textNamed(parts, 'signature'),
})

/**
 * A message from a Mailgun route: the field `body-mime`, which Mailgun sends where the route's address ends in `mime`,
 * otherwise composed anew from the parsed fields.
 * https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http
 */
export function mailgunMail(parts: FormPart[]): InboundReading {
  const raw = partNamed(parts, 'body-mime')?.bytes ?? composed(parts)
  if (!raw) return { ok: false, why: 'malformed' }
  const envelopeFrom = textNamed(parts, 'sender') ?? ''
  return { ok: true, mail: { envelopeFrom, envelopeTo: addressesIn(textNamed(parts, 'recipient') ?? ''), raw } }
}

function composed(parts: FormPart[]): Uint8Array | null {
  if (!['message-headers', 'from', 'body-plain', 'body-html'].some((name) => partNamed(parts, name))) return null
  const mail = composeRawMail({
    headers: headersOf(parts),
    text: bodyOf(parts, 'body-plain'),
    html: bodyOf(parts, 'body-html'),
    attachments: attachmentsOf(parts),
  })
  return mail.ok ? mail.raw : null
}

function headersOf(parts: FormPart[]) {
  const pairs =
    jsonNamed(parts, 'message-headers', MessageHeaders) ??
    Object.entries(HEADER_FIELDS).flatMap(([name, field]) => {
      const value = textNamed(parts, field)
      return value === null ? [] : [[name, value] as const]
    })
  return pairs.map(([name, value]) => ({ name, value: inOneLine(value) })).filter(isSafeHeader)
}

/** Mailgun passes bodies on in UTF-8, whatever they came in. */
function bodyOf(parts: FormPart[], name: string): MailText | null {
  const part = partNamed(parts, name)
  return part && { bytes: part.bytes, charset: 'utf-8' }
}

function attachmentsOf(parts: FormPart[]): MailAttachment[] {
  const fieldOf = jsonNamed(parts, 'content-id-map', ContentIds) ?? {}
  const idOf = new Map(Object.entries(fieldOf).map(([id, field]) => [field, id]))
  return parts
    .filter((part) => ATTACHMENT.test(part.name))
    .map((part) => ({
      name: part.filename ?? '',
      type: part.type ?? '',
      contentId: idOf.get(part.name) ?? null,
      bytes: part.bytes,
    }))
}
