import { z } from 'zod'
import { bytesFromBase64 } from '../../kernel/base64.ts'
import { jsonOf } from '../../kernel/json.ts'
import { composeRawMail } from '../../providers/inbound/compose-raw-mail.ts'
import { addressesIn, type InboundMail } from '../../providers/inbound/inbound-mail.ts'
import type { HeaderLine } from '../../providers/inbound/mail-headers.ts'

const LINE_CHARACTERS = 2000
const RECIPIENTS_MAX = 10_000
const REFERENCES_MAX = 200
const ATTACHMENTS_MAX = 200

/** A value that becomes a header: refused where it could begin another one. */
const line = z
  .string()
  .max(LINE_CHARACTERS)
  .refine((text) => !/[\r\n\0]/.test(text), 'must be one line')
const messageId = z
  .string()
  .max(LINE_CHARACTERS)
  .regex(/^<?[^\s<>\0]+>?$/)
  .transform((id) => `<${id.replace(/[<>]/g, '')}>`)
const base64 = z.string().transform((text, context) => {
  const bytes = bytesFromBase64(text)
  if (bytes) return bytes
  context.addIssue('must be base64 without line breaks')
  return z.NEVER
})

/** The JSON of the generic door. Instants are ISO 8601 with `Z` or an offset. */
export const GenericMail = z.object({
  from: line.min(1),
  to: z.union([line.min(1), z.array(line.min(1)).min(1).max(RECIPIENTS_MAX)]),
  subject: line,
  text: z.string().optional(),
  html: z.string().optional(),
  sentAt: z.iso.datetime({ offset: true }).optional(),
  messageId: messageId.optional(),
  inReplyTo: messageId.optional(),
  references: z.array(messageId).max(REFERENCES_MAX).optional(),
  attachments: z
    .array(z.object({ name: line, type: line, base64 }))
    .max(ATTACHMENTS_MAX)
    .optional(),
})

/**
 * A message from the generic door in its JSON form, composed into the same raw message that the other doors deliver.
 * `problem` names the field and what is wrong with it, for whoever writes the sender.
 */
export function genericMail(
  body: Uint8Array,
): { ok: true; mail: InboundMail } | { ok: false; why: 'malformed'; problem: string } {
  const json = jsonOf(new TextDecoder().decode(body))
  if (json === undefined) return { ok: false, why: 'malformed', problem: 'The body is not JSON.' }
  const parsed = GenericMail.safeParse(json)
  if (!parsed.success) return { ok: false, why: 'malformed', problem: problemIn(parsed.error) }
  const fields = parsed.data
  const mail = composeRawMail({
    headers: headersOf(fields),
    text: textOf(fields.text),
    html: textOf(fields.html),
    attachments: (fields.attachments ?? []).map(({ name, type, base64: bytes }) => ({
      name,
      type,
      bytes,
      contentId: null,
    })),
  })
  if (!mail.ok) return { ok: false, why: 'malformed', problem: 'A header holds a line break.' }
  const envelopeFrom = addressesIn(fields.from)[0] ?? ''
  return { ok: true, mail: { envelopeFrom, envelopeTo: recipients(fields).flatMap(addressesIn), raw: mail.raw } }
}

type Fields = z.infer<typeof GenericMail>

const recipients = ({ to }: Fields) => (typeof to === 'string' ? [to] : to)

const textOf = (text: string | undefined) =>
  text === undefined ? null : { bytes: new TextEncoder().encode(text), charset: 'utf-8' }

function headersOf(fields: Fields): HeaderLine[] {
  const headers: [string, string | undefined][] = [
    ['From', fields.from],
    ['To', recipients(fields).join(', ')],
    ['Subject', fields.subject],
    ['Date', fields.sentAt && mailDate(fields.sentAt)],
    ['Message-ID', fields.messageId],
    ['In-Reply-To', fields.inReplyTo],
    ['References', fields.references?.join(' ')],
  ]
  return headers.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}

/** RFC 5322, section 3.3. */
const mailDate = (instant: string) => new Date(instant).toUTCString().replace('GMT', '+0000')

function problemIn(error: z.ZodError): string {
  const [issue] = error.issues
  return `${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'is not a message'}.`
}
