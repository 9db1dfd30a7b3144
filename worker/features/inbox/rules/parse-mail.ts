import PostalMime, { type Email } from 'postal-mime'
import { sha256Hex } from '../../../kernel/digest.ts'
import { mailAttachments } from './mail-attachments.ts'
import { type MailBody, mailBody } from './mail-body.ts'
import { mailHead } from './mail-head.ts'
import { mailOrigin } from './mail-origin.ts'
import { type MendedMail, mendMail } from './mend-mail.ts'
import { canonicalContent, missingMessageId } from './message-key.ts'
import type { ParsedMail } from './parsed-mail.ts'
import { salvagedEmail } from './salvaged-email.ts'
import { hasVisibleCharacter } from './visible-text.ts'

/** Real mail nests four parts deep; the parser compares every line with every open boundary. */
const PARSER_LIMITS = { maxNestingDepth: 30, maxRfc822NestingDepth: 3 } as const

/**
 * Reads a raw mail (RFC 5322 and MIME). It never throws: whatever cannot be read is left out with a note, and a mail
 * that cannot be taken apart at all is given back whole as text.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const mended = mendMail(raw)
  const { email, notes } = await readEmail(mended)
  const body = mailBody(email.text ?? '', email.html ?? null, mended.codePage)
  const files = mailAttachments(email.attachments)
  const head = mailHead(email, mended.codePage)
  const mail = { ...head.fields, ...body, ...mailOrigin(email.headers), attachments: files.attachments }
  const contentHash = await sha256Hex(canonicalContent(mail))
  return {
    ...mail,
    messageId: head.messageId ?? missingMessageId(contentHash),
    calendarMethod: email.attachments.find((file) => file.method !== undefined)?.method ?? null,
    contentHash,
    notes: [...mended.notes, ...notes, ...head.notes, ...bodyNotes(body, files.attachments.length), ...files.notes],
  }
}

async function readEmail(mended: MendedMail): Promise<{ email: Email; notes: string[] }> {
  try {
    const email = await PostalMime.parse(mended.raw, PARSER_LIMITS)
    const isLost = !email.text && !email.html && email.attachments.length === 0
    const rest = isLost ? new TextDecoder().decode(mended.raw.subarray(mended.bodyStart)) : ''
    if (!hasVisibleCharacter(rest)) return { email, notes: [] }
    return {
      email: { ...email, text: rest },
      notes: ['The parts of the mail could not be told apart; it is shown as it came.'],
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    return {
      email: await salvagedEmail(mended),
      notes: [`The mail could not be taken apart (${why}); it is shown as it came.`],
    }
  }
}

function bodyNotes(body: MailBody, attachmentCount: number): string[] {
  if (hasVisibleCharacter(body.text)) return body.notes
  return [...body.notes, attachmentCount > 0 ? 'The mail holds files and no text.' : 'The mail is empty.']
}
