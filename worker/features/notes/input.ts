import { z } from 'zod'

const TEXT_LENGTH = 10_000
const text = z.string().trim().min(1, 'The note is empty.').max(TEXT_LENGTH)
const noteId = z.string().meta({ ref: 'notes' })
const contactId = z.string().meta({ ref: 'contacts' })

export const NoteShown = z.object({
  id: z.string(),
  text: z.string(),
  authorId: z.string(),
  isPinned: z.boolean(),
  version: z.number(),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
})
export const ListNotes = z.object({ contactId })
export const AddNote = z.object({ contactId, text })
export const ChangeNote = z.object({ id: noteId, version: z.number().int(), text, isPinned: z.boolean() })
export const RemoveNote = z.object({ id: noteId })
/** The step, by which it is taken back. */
export const NoteStep = z.object({ actId: z.string(), title: z.string() })
