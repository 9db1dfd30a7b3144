import { notesOf } from '../../../db/queries/audit.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { NoteShown } from './input.ts'

const LIST_LIMIT = 100

/** What happened in the office, newest first. */
export async function listNotes({
  directory,
  officeId,
}: Pick<MemberCtx, 'directory' | 'officeId'>): Promise<NoteShown[]> {
  return notesOf(directory, officeId, LIST_LIMIT)
}
