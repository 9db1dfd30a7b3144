import type { NewAttachment } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { attachmentKey, htmlKey, textKey } from '../files/keys.ts'
import type { ParsedMail } from './rules/parsed-mail.ts'
import { safeHtml } from './rules/safe-html.ts'
import { cutText } from './rules/visible-text.ts'

/** How much text of a message lies in its row; all of it lies in the files. */
export const ROW_TEXT_LENGTH = 128 * 1024

type Needs = Pick<OfficeCtx, 'officeId' | 'files'>
export type KeptParts = {
  text: string
  textIsWhole: boolean
  htmlKey: string | null
  blockedImages: number
  attachments: NewAttachment[]
}

/** Puts what is too large for a row into the files: long text, the safe copy of the HTML, and the attachments. */
export async function keepParts(needs: Needs, messageId: string, mail: ParsedMail): Promise<KeptParts> {
  const { officeId, files } = needs
  const textIsWhole = mail.text.length <= ROW_TEXT_LENGTH
  if (!textIsWhole) await files.put(textKey(officeId, messageId), mail.text, 'text/plain; charset=utf-8')
  const display = mail.html === null ? null : await safeHtml(mail.html)
  if (display) await files.put(htmlKey(officeId, messageId), display.html, 'text/html; charset=utf-8')
  return {
    text: cutText(mail.text, ROW_TEXT_LENGTH),
    textIsWhole,
    htmlKey: display && htmlKey(officeId, messageId),
    blockedImages: display?.blockedImages ?? 0,
    attachments: await keepAttachments(needs, messageId, mail),
  }
}

async function keepAttachments(needs: Needs, messageId: string, mail: ParsedMail): Promise<NewAttachment[]> {
  const rows: NewAttachment[] = []
  for (const [position, { name, type, bytes, contentId }] of mail.attachments.entries()) {
    const fileKey = attachmentKey(needs.officeId, messageId, position)
    await needs.files.put(fileKey, bytes, type)
    // Named after its message and place, so that filing twice writes the same row.
    const id = `${messageId}.${position}`
    rows.push({
      officeId: needs.officeId,
      id,
      messageId,
      name,
      type,
      bytes: bytes.length,
      fileKey,
      contentId,
      position,
    })
  }
  return rows
}
