import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { AddNote, ChangeNote, ListNotes, NoteShown, NoteStep, RemoveNote } from './input.ts'
import { addNote, changeNote, listNotes, removeNote } from './write-note.ts'

export const notesRouter = router({
  list: member
    .input(ListNotes)
    .output(z.array(NoteShown))
    .query(({ ctx, input }) => listNotes(ctx, input)),
  add: member
    .input(AddNote)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => addNote(ctx, input)),
  change: member
    .input(ChangeNote)
    .output(NoteStep)
    .mutation(({ ctx, input }) => changeNote(ctx, input)),
  remove: member
    .input(RemoveNote)
    .output(NoteStep)
    .mutation(({ ctx, input }) => removeNote(ctx, input)),
})
