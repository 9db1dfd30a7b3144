import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useKeptText } from '../../ui/use-kept-text.ts'
import classes from './notes.module.css'

const MOST_ROWS = 10

/** Where a note is written. What is typed survives everything but saving it. */
export function NoteBox({ contactId }: { contactId: string }) {
  const queryClient = useQueryClient()
  const [text, setText] = useKeptText(`note ${contactId}`, '')
  const { mutate, isPending } = useMutation(
    trpc.notes.add.mutationOptions({
      onSuccess: () => setText(''),
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.notes.pathFilter()),
          queryClient.invalidateQueries(trpc.contacts.timeline.pathFilter()),
        ]),
    }),
  )
  const maySave = text.trim() !== '' && !isPending
  const save = () => maySave && mutate({ contactId, text })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
  }
  return (
    <div className={classes.box}>
      <Textarea
        aria-label="New note"
        placeholder="Write a note. Name a colleague with @."
        {...{ autosize: true, minRows: 1, maxRows: MOST_ROWS, value: text, onKeyDown }}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text !== '' && (
        <Button size="xs" disabled={!maySave} loading={isPending} onClick={save}>
          Save note
        </Button>
      )}
    </div>
  )
}
