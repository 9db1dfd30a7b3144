import type { z } from 'zod'
import { attachmentsWith, fileById, filesOn } from '../../../db/queries/files.ts'
import type { OfficeFile } from '../../../db/schema/records.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { FileShown, ListFiles } from './input.ts'
import { knownRecord } from './known-record.ts'

/** More files than anybody looks through; the newest are shown. */
const MOST_SHOWN = 200

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** The files of a record, the newest first: those that members put there, and those that came with its messages. */
export async function listFiles(
  needs: Needs,
  { record, recordId }: z.infer<typeof ListFiles>,
): Promise<z.infer<typeof FileShown>[]> {
  const { db, officeId } = needs
  const row = await knownRecord(needs, record, recordId)
  const { conversationId } = row
  const whose =
    record === 'contact' ? { contactId: recordId } : typeof conversationId === 'string' ? { conversationId } : null
  const [own, sent] = await Promise.all([
    filesOn(db, officeId, record, recordId, MOST_SHOWN),
    whose ? attachmentsWith(db, officeId, whose, MOST_SHOWN) : [],
  ])
  const all = [
    ...own.map((file) => ({ ...file, origin: 'member' as const, at: file.createdAt, ...NO_MESSAGE })),
    ...sent.map(({ from, ...file }) => ({
      ...{ ...file, origin: 'message' as const, authorId: null },
      sender: from.name || from.address,
    })),
  ]
  return all.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, MOST_SHOWN)
}

const NO_MESSAGE = { sender: null, conversationId: null }

type Stored = { body: ReadableStream; bytes: number; type: string }

/** A file with its content. One that was removed is not found, and neither is one of a record in the trash. */
export async function readFile(
  needs: Pick<OfficeCtx, 'db' | 'officeId' | 'files'>,
  id: string,
): Promise<{ file: OfficeFile; stored: Stored }> {
  const file = await fileById(needs.db, needs.officeId, id)
  if (!file || file.archivedAt || file.record === 'conversation') throw notFound('file')
  await knownRecord(needs, file.record, file.recordId)
  const stored = await needs.files.get(file.fileKey)
  if (!stored) throw notFound('file')
  return { file, stored }
}
