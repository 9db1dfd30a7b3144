import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './thread-header.module.css'
import type { Conversation } from './types.ts'

/** Where the address belongs to several people, asks whom this is about instead of guessing for good. */
export function AboutWhom({ conversation: { id, contactId } }: { conversation: Conversation }) {
  const { mayChange } = useOffice()
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const { data: people } = useQuery(trpc.inbox.about.queryOptions({ id }))
  const choose = useMutation(
    trpc.inbox.setContact.mutationOptions({
      onSuccess: tellStep,
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => queryClient.invalidateQueries(trpc.inbox.pathFilter()),
    }),
  )
  if (!people || people.length === 0) return null
  return (
    <fieldset className={classes.about} aria-label="Who is this about?">
      <span>Several people share this address. Who is this about?</span>
      {people.map((person) => (
        <Button
          key={person.id}
          size="compact-xs"
          variant={person.id === contactId ? 'filled' : 'default'}
          aria-pressed={person.id === contactId}
          disabled={!mayChange}
          onClick={() => choose.mutate({ id, contactId: person.id })}
        >
          {person.name}
        </Button>
      ))}
    </fieldset>
  )
}
