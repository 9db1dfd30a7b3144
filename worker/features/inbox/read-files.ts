import { attachmentById, attachmentsOf, messageById } from '../../../db/queries/messages.ts'
import type { Attachment, Message } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import { textKey } from '../files/keys.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'files'>
type Stored = { body: ReadableStream; bytes: number; type: string }

async function knownMessage({ db, officeId }: Needs, id: string): Promise<Message> {
  const message = await messageById(db, officeId, id)
  if (!message) throw notFound('message')
  return message
}

async function stored({ files }: Needs, key: string | null): Promise<Stored> {
  const file = key === null ? null : await files.get(key)
  if (!file) throw notFound('file')
  return file
}

/** The safe display copy of a message's HTML, with the attachments that its images may name. */
export async function readDisplayCopy(needs: Needs, id: string): Promise<{ copy: Stored; attachments: Attachment[] }> {
  const message = await knownMessage(needs, id)
  const [copy, attachments] = await Promise.all([
    stored(needs, message.htmlKey),
    attachmentsOf(needs.db, needs.officeId, [id]),
  ])
  return { copy, attachments }
}

/** The message as it arrived, byte for byte. */
export async function readRaw(needs: Needs, id: string): Promise<Stored> {
  return stored(needs, (await knownMessage(needs, id)).rawKey)
}

/** All of a message's text, also where its row holds only the beginning. */
export async function readWholeText(needs: Needs, id: string): Promise<ReadableStream | string> {
  const message = await knownMessage(needs, id)
  if (message.textIsWhole) return message.text
  return (await stored(needs, textKey(needs.officeId, id))).body
}

export async function readAttachment(needs: Needs, id: string): Promise<{ attachment: Attachment; file: Stored }> {
  const attachment = await attachmentById(needs.db, needs.officeId, id)
  if (!attachment) throw notFound('file')
  return { attachment, file: await stored(needs, attachment.fileKey) }
}
