import { and, desc, eq, isNull } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { searchKey } from '../../worker/kernel/text.ts'
import type { RecordKind } from '../../worker/kernel/words.ts'
import type { Db } from '../schema/index.ts'
import { type NewNote, type Note, noteLinks, notes } from '../schema/records.ts'

export const insertNote = (db: Db, note: Omit<NewNote, 'textKey'>) =>
  db.insert(notes).values({ ...note, textKey: searchKey(note.text) })

export const linkNote = (db: Db, link: typeof noteLinks.$inferInsert) => db.insert(noteLinks).values(link)

export async function noteById(db: Db, officeId: OfficeId, id: string): Promise<Note | null> {
  const [row] = await db
    .select()
    .from(notes)
    .where(and(eq(notes.officeId, officeId), eq(notes.id, id), isNull(notes.archivedAt)))
  return row ?? null
}

/** The contact that a note is on. */
export async function contactOfNote(db: Db, officeId: OfficeId, noteId: string): Promise<string | null> {
  const [link] = await db
    .select({ contactId: noteLinks.recordId })
    .from(noteLinks)
    .where(and(eq(noteLinks.officeId, officeId), eq(noteLinks.noteId, noteId), eq(noteLinks.record, 'contact')))
    .limit(1)
  return link?.contactId ?? null
}

/** The notes on a record: those that were pinned, then the newest. */
export async function notesOn(db: Db, officeId: OfficeId, record: RecordKind, recordId: string, limit: number) {
  const rows = await db
    .select({ note: notes })
    .from(noteLinks)
    .innerJoin(notes, and(eq(notes.officeId, officeId), eq(notes.id, noteLinks.noteId)))
    .where(
      and(
        eq(noteLinks.officeId, officeId),
        eq(noteLinks.record, record),
        eq(noteLinks.recordId, recordId),
        isNull(notes.archivedAt),
      ),
    )
    .orderBy(desc(notes.isPinned), desc(notes.createdAt), desc(notes.id))
    .limit(limit)
  return rows.map(({ note }) => note)
}
