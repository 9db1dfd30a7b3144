import { insertImport } from '../../../db/queries/imports.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { importKey } from '../files/keys.ts'
import { NO_COUNTS } from './rules/mapping.ts'

/** Ten times a hundred thousand rows of an address book, and what one request may carry. */
export const FILE_BYTES = 90 * 1024 * 1024
const NAME_LENGTH = 200

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'files' | 'now' | 'newId' | 'member' | 'desk'>
type Sent = { name: string; bytes: number; body: ReadableStream }

/** Stores a file that is to be imported; nothing of it is read yet. Refused when it is empty, too large, or a workbook. */
export async function receiveFile(needs: Needs, { name, bytes, body }: Sent): Promise<{ id: string }> {
  const { db, officeId, files, now, newId, member, desk } = needs
  const fileName = name.trim().slice(0, NAME_LENGTH) || 'file'
  if (!Number.isSafeInteger(bytes) || bytes <= 0)
    throw new Refusal('invalid', 'This file is empty. Choose another one.')
  if (bytes > FILE_BYTES)
    throw new Refusal(
      'too_large',
      `This file is larger than ${FILE_BYTES / 1024 / 1024} MB. Divide it into several files.`,
    )
  if (/\.(xlsx?|ods|numbers|zip|pdf)$/i.test(fileName))
    throw new Refusal('invalid', 'This is not a table of text. Open it in your spreadsheet program and save it as CSV.')
  const id = newId()
  const fileKey = importKey(officeId, id)
  await files.put(fileKey, body, 'application/octet-stream')
  const format = /\.(vcf|vcard)$/i.test(fileName) ? ('vcard' as const) : ('csv' as const)
  const state = 'uploaded' as const
  const row = { officeId, id, format, state, fileName, fileKey, bytes, counts: NO_COUNTS, authorId: member.userId }
  await insertImport(db, { ...row, createdAt: now() })
  await desk.announce([{ topic: 'import', ids: [id], by: member.userId }])
  return { id }
}
