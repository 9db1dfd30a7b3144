import { ActionIcon, Group, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './contact-page.module.css'
import type { Contact } from './types.ts'

/** The name, changed in its place: Enter or leaving the field keeps it, Escape does not. */
export function ContactName({ contact: { id, name, version } }: { contact: Contact }) {
  const { mayChange } = useOffice()
  const [typed, setTyped] = useState<string | null>(null)
  const queryClient = useQueryClient()
  const rename = useMutation(
    trpc.contacts.rename.mutationOptions({
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => {
        setTyped(null)
        return queryClient.invalidateQueries(trpc.contacts.pathFilter())
      },
    }),
  )
  const keep = (event?: FormEvent) => {
    event?.preventDefault()
    if (typed === null || rename.isPending) return
    if (typed.trim() && typed.trim() !== name) rename.mutate({ id, version, name: typed.trim() })
    else setTyped(null)
  }
  if (typed !== null)
    return (
      <form onSubmit={keep}>
        <TextInput
          aria-label="Name"
          autoFocus
          value={typed}
          disabled={rename.isPending}
          onBlur={() => keep()}
          onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
    )
  return (
    <Group gap={6} wrap="nowrap">
      <h2 className={classes.name}>{name}</h2>
      {mayChange && (
        <ActionIcon aria-label="Change the name" onClick={() => setTyped(name)}>
          <IconPencil size={16} />
        </ActionIcon>
      )}
    </Group>
  )
}
