import type { Attachment } from 'postal-mime'
import { attachmentName } from './attachment-name.ts'
import type { MailAttachment } from './parsed-mail.ts'

const MIME_TYPE = /^[a-z0-9][\w.+-]{0,80}\/[\w.+-]{1,100}$/
const MAX_CONTENT_ID_LENGTH = 300

/** The files of a mail under safe names, and a note where one is no file a person can open. */
export function mailAttachments(list: readonly Attachment[]): { attachments: MailAttachment[]; notes: string[] } {
  const attachments = list.map(mailAttachment)
  const isPacked = attachments.some((file) => file.type === 'application/ms-tnef' || /^winmail\.dat$/i.test(file.name))
  const notes = isPacked ? ['Outlook packed formatting or files into winmail.dat, which is kept as it came.'] : []
  if (list.some((part) => part.rfc822DepthExceeded))
    notes.push('A mail inside a mail lies too deep; it is kept as a file.')
  return { attachments, notes }
}

function mailAttachment(part: Attachment): MailAttachment {
  const type = MIME_TYPE.test(part.mimeType) ? part.mimeType : 'application/octet-stream'
  const contentId = part.contentId?.replace(/[<>\s]/g, '').slice(0, MAX_CONTENT_ID_LENGTH) ?? ''
  return {
    name: attachmentName(part.filename, type),
    type,
    bytes: bytesOf(part.content),
    contentId: contentId === '' ? null : contentId,
  }
}

function bytesOf(content: Attachment['content']): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}
