import { z } from 'zod'
import { decoded } from './inbound/charset.ts'
import { composeRawMail, type MailAttachment, type MailText } from './inbound/compose-raw-mail.ts'
import { type FormPart, jsonNamed, partNamed, textNamed } from './inbound/form-parts.ts'
import { addressesIn, type InboundReading } from './inbound/inbound-mail.ts'
import { headersIn, inOneLine } from './inbound/mail-headers.ts'

/** SendGrid reads mail in any charset and passes each field on in its own, named in the field `charsets`. */
const Charsets = z.record(z.string(), z.string())
const Envelope = z.object({ from: z.string(), to: z.array(z.string()) })
const AttachmentNotes = z.record(
  z.string(),
  z.object({ filename: z.string().optional(), type: z.string().optional(), 'content-id': z.string().optional() }),
)
const ATTACHMENT = /^attachment\d+$/
/** What stands in for the block of headers in case SendGrid sends none. */
const HEADER_FIELDS = { From: 'from', To: 'to', Cc: 'cc', Subject: 'subject' }

/**
 * A message from SendGrid's Inbound Parse: the field `email` where the raw mode is switched on, otherwise composed anew
 * from the parsed fields.
 * https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook
 */
export function sendgridMail(parts: FormPart[]): InboundReading {
  const raw = partNamed(parts, 'email')?.bytes ?? composed(parts)
  if (!raw) return { ok: false, why: 'malformed' }
  const envelope = jsonNamed(parts, 'envelope', Envelope) ?? {
    from: addressesIn(textNamed(parts, 'from') ?? '')[0] ?? '',
    to: addressesIn(textNamed(parts, 'to') ?? ''),
  }
  return { ok: true, mail: { envelopeFrom: envelope.from, envelopeTo: envelope.to, raw } }
}

function composed(parts: FormPart[]): Uint8Array | null {
  if (!['headers', 'from', 'subject', 'text', 'html'].some((name) => partNamed(parts, name))) return null
  const charsets = jsonNamed(parts, 'charsets', Charsets) ?? {}
  const mail = composeRawMail({
    headers: headersOf(parts, charsets),
    text: bodyOf(parts, 'text', charsets),
    html: bodyOf(parts, 'html', charsets),
    attachments: attachmentsOf(parts),
  })
  return mail.ok ? mail.raw : null
}

function headersOf(parts: FormPart[], charsets: Record<string, string>) {
  const block = partNamed(parts, 'headers')
  if (block) return headersIn(decoded(block.bytes, ['utf-8', charsets.headers, charsets.subject]))
  return Object.entries(HEADER_FIELDS).flatMap(([name, field]) => {
    const part = partNamed(parts, field)
    return part ? [{ name, value: inOneLine(decoded(part.bytes, [charsets[field], 'utf-8'])) }] : []
  })
}

function bodyOf(parts: FormPart[], name: string, charsets: Record<string, string>): MailText | null {
  const part = partNamed(parts, name)
  return part && { bytes: part.bytes, charset: charsets[name] ?? 'utf-8' }
}

function attachmentsOf(parts: FormPart[]): MailAttachment[] {
  const notes = jsonNamed(parts, 'attachment-info', AttachmentNotes) ?? {}
  return parts
    .filter((part) => ATTACHMENT.test(part.name))
    .map((part) => ({
      name: notes[part.name]?.filename ?? part.filename ?? '',
      type: notes[part.name]?.type ?? part.type ?? '',
      contentId: notes[part.name]?.['content-id'] ?? null,
      bytes: part.bytes,
    }))
}
