import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useOffice } from '../office/use-office.ts'
import { NoteBox } from './note-box.tsx'
import { NoteCard } from './note-card.tsx'
import classes from './notes.module.css'

/** What members wrote down about a contact, for themselves and each other. */
export function Notes({ contactId }: { contactId: string }) {
  const { mayChange } = useOffice()
  const { data: notes, error, refetch } = useQuery(trpc.notes.list.queryOptions({ contactId }))
  return (
    <section className={classes.notes} aria-label="Notes">
      {mayChange && <NoteBox contactId={contactId} />}
      {notes?.map((note) => (
        <NoteCard key={note.id} note={note} />
      ))}
      {!notes && !error && <LoadingRows count={1} round={false} />}
      {!notes && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
    </section>
  )
}
