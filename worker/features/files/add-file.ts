import type { z } from 'zod'
import { isConflict } from '#dialect'
import { fileById, insertFile } from '../../../db/queries/files.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import { insertActivity } from '../../../db/queries/timeline.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { timelinesOf } from '../acts/line-of.ts'
import type { NewFile } from './input.ts'
import { recordFileKey } from './keys.ts'
import { knownRecord, topicOf } from './known-record.ts'
import { contentType, fileName, whyNot } from './rules/new-file.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'files' | 'now' | 'newId' | 'desk' | 'member'>
type Sent = Omit<z.infer<typeof NewFile>, 'bytes'> & { type: string | null; content: Uint8Array }

/**
 * Puts a file on a record: the content first, then its row with the line in the timeline; where the row cannot be
 * written, the content goes again. The same file sent twice is one. Refused: an empty one, and one that is too large.
 */
export async function addFile(needs: Needs, sent: Sent): Promise<{ id: string }> {
  const { db, officeId, files, now, newId, desk, member } = needs
  const { record, recordId, key: id, content } = sent
  const row = await knownRecord(needs, record, recordId)
  const type = contentType(sent.type)
  const name = fileName(sent.name, type)
  const why = whyNot(name, content.length)
  if (why !== null) throw new Refusal('invalid', why)
  if (await fileById(db, officeId, id)) return { id }
  const fileKey = recordFileKey(officeId, id)
  const at = now()
  const by = { kind: 'member' as const, userId: member.userId }
  const kept = { name, nameKey: searchKey(name), type, bytes: content.length, fileKey, authorId: member.userId }
  const of = timelinesOf(record, row)
  const line = { officeId, id: newId(), ...of, at, kind: 'file_added' as const, entityId: id, title: name, by }
  await files.put(fileKey, content, type)
  try {
    await commit(
      db,
      alone((db) => [
        insertFile(db, { officeId, id, record, recordId, ...kept, createdAt: at }),
        ...(of.contactId || of.companyId ? [insertActivity(db, line)] : []),
      ]),
    )
  } catch (error) {
    // The same file came twice at once, and the other was quicker: the content is its own.
    if (isConflict(error) && (await fileById(db, officeId, id))) return { id }
    await files.removeAll(fileKey)
    throw error
  }
  await desk.announce([{ topic: topicOf(record), ids: [recordId], by: member.userId }])
  return { id }
}
