import { ActionIcon, Button, Group, Textarea } from '@mantine/core'
import { IconPencil, IconPin, IconPinFilled, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { trpc } from '../../api.ts'
import { messageWhen } from '../../ui/dates.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './notes.module.css'
import { useNoteActions } from './use-note-actions.ts'

export type Note = inferRouterOutputs<AppRouter>['notes']['list'][number]

/** One note, with who wrote it. Whoever may change things mends, pins or deletes it in its place. */
export function NoteCard({ note }: { note: Note }) {
  const { office, mayChange } = useOffice()
  const { data } = useQuery(trpc.office.members.queryOptions())
  const [editing, setEditing] = useState(false)
  const { change, remove } = useNoteActions(note)
  const author = data?.members.find(({ userId }) => userId === note.authorId)?.name ?? 'A former member'
  const Pin = note.isPinned ? IconPinFilled : IconPin
  return (
    <article className={classes.note} aria-label={`Note by ${author}`}>
      {editing ? (
        <NoteForm
          text={note.text}
          onCancel={() => setEditing(false)}
          onSave={(text) => {
            change({ text, isPinned: note.isPinned })
            setEditing(false)
          }}
        />
      ) : (
        <p className={classes.text}>{note.text}</p>
      )}
      <footer className={classes.foot}>
        <span>
          {author}, {messageWhen(note.createdAt, office.timeZone)}
          {note.editedAt && ', changed since'}
        </span>
        {mayChange && !editing && (
          <span className={classes.tools}>
            <ActionIcon
              aria-label={note.isPinned ? 'Unpin the note' : 'Pin the note'}
              onClick={() => change({ text: note.text, isPinned: !note.isPinned })}
            >
              <Pin size={15} />
            </ActionIcon>
            <ActionIcon aria-label="Change the note" onClick={() => setEditing(true)}>
              <IconPencil size={15} />
            </ActionIcon>
            <ActionIcon aria-label="Delete the note" onClick={remove}>
              <IconTrash size={15} />
            </ActionIcon>
          </span>
        )}
      </footer>
    </article>
  )
}

type FormFace = { text: string; onSave: (text: string) => void; onCancel: () => void }

function NoteForm({ text, onSave, onCancel }: FormFace) {
  const [typed, setTyped] = useState(text)
  return (
    <>
      <Textarea
        aria-label="The note"
        autosize
        autoFocus
        value={typed}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button size="xs" disabled={typed.trim() === ''} onClick={() => onSave(typed)}>
          Save
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </>
  )
}
