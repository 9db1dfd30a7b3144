import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { membersOf } from '../../../db/queries/members.ts'
import { contactOfNote, insertNote, linkNote, noteById, notesOn } from '../../../db/queries/notes.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import { insertActivity } from '../../../db/queries/timeline.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { oneLine, searchKey, shorten } from '../../kernel/text.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { doStep } from '../acts/do-step.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { planNotice } from '../notices/plan-notice.ts'
import type { AddNote, ChangeNote, ListNotes, NoteShown, NoteStep, RemoveNote } from './input.ts'
import { mentionsIn } from './rules/mentions-in.ts'

const MOST_SHOWN = 200
const TITLE_LENGTH = 120

type Needs = Pick<MemberCtx, 'db' | 'directory' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>

/** The notes on a contact, pinned ones first. */
export async function listNotes(
  needs: Pick<OfficeCtx, 'db' | 'officeId'>,
  { contactId }: z.infer<typeof ListNotes>,
): Promise<z.infer<typeof NoteShown>[]> {
  await knownContact(needs, contactId)
  return notesOn(needs.db, needs.officeId, 'contact', contactId, MOST_SHOWN)
}

/** Writes a note on a contact, with its line in the timeline. Members who are named with an @ are remembered with it. */
export async function addNote(needs: Needs, { contactId, text }: z.infer<typeof AddNote>): Promise<{ id: string }> {
  const { db, officeId, now, newId, desk, member } = needs
  await knownContact(needs, contactId)
  const [id, at] = [newId(), now()]
  const mentions = await mentioned(needs, text)
  const by = { kind: 'member' as const, userId: member.userId }
  const line = { officeId, id, contactId, at, kind: 'note_added' as const, entityId: id, title: headOf(text), by }
  const written = alone((db) => [
    insertNote(db, { officeId, id, text, mentions, authorId: member.userId, createdAt: at }),
    linkNote(db, { officeId, noteId: id, record: 'contact', recordId: contactId }),
    insertActivity(db, line),
  ])
  const told = planMentions(needs, { id, text, contactId }, mentions)
  await commit(db, joined(written, told))
  await desk.announce([{ topic: 'contact', ids: [contactId], by: member.userId }, ...told.changes])
  return { id }
}

/** Changes the note that the member saw; of two who change it at once, the second is told to look again. */
export async function changeNote(needs: Needs, input: z.infer<typeof ChangeNote>): Promise<z.infer<typeof NoteStep>> {
  const { id, version, text, isPinned } = input
  const note = await noteById(needs.db, needs.officeId, id)
  if (!note) throw notFound('note')
  if (note.version !== version) throw new Refusal('conflict', OVERTAKEN)
  const isRewritten = text !== note.text
  const mentions = isRewritten ? await mentioned(needs, text) : []
  const written = isRewritten ? { text, textKey: searchKey(text), mentions, editedAt: needs.now().getTime() } : {}
  const title = isRewritten ? `Changed the note “${headOf(text)}”` : isPinned ? 'Pinned a note' : 'Unpinned a note'
  const contactId = mentions.length > 0 ? await contactOfNote(needs.db, needs.officeId, id) : null
  const told = contactId === null ? nothing : planMentions(needs, { id, text, contactId }, mentions)
  return step(needs, id, title, { ...written, isPinned }, told)
}

export async function removeNote(needs: Needs, { id }: z.infer<typeof RemoveNote>): Promise<z.infer<typeof NoteStep>> {
  const note = await noteById(needs.db, needs.officeId, id)
  if (!note) throw notFound('note')
  return step(needs, id, `Deleted the note “${headOf(note.text)}”`, { archivedAt: needs.now().getTime() })
}

const OVERTAKEN = 'Somebody changed this note meanwhile. Look again.'
const headOf = (text: string) => shorten(oneLine(text), TITLE_LENGTH)

async function mentioned({ directory, officeId }: Needs, text: string): Promise<string[]> {
  return text.includes('@') ? mentionsIn(text, await membersOf(directory, officeId)) : []
}

/** Tells those who are named; who was told of this note already is not told again when it is mended. */
function planMentions(
  needs: Needs,
  { id, text, contactId }: { id: string; text: string; contactId: string },
  mentions: string[],
): Plan {
  const { name, userId: authorId } = needs.member
  const title = shorten(`${name}: ${oneLine(text)}`, TITLE_LENGTH)
  const told = { kind: 'mention' as const, record: 'contact' as const, recordId: contactId, title }
  const others = mentions.filter((userId) => userId !== authorId)
  return joined(...others.map((userId) => planNotice(needs, { id: `mention-${id}-${userId}`, userId, ...told })))
}

const nothing = alone(() => [])

async function step(
  needs: Needs,
  id: string,
  title: string,
  columns: Columns,
  told: Plan = nothing,
): Promise<z.infer<typeof NoteStep>> {
  const row = (await rowsNow(needs.db, needs.officeId, 'notes', [[id]])).get(id)
  if (!row) throw notFound('note')
  return doStep(needs, { title, record: null, id: null, topic: 'contact', overtaken: OVERTAKEN, along: told }, [
    { table: 'notes', before: row, after: { ...row, ...columns } },
  ])
}
