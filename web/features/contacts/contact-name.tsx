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

/** The name, changed in its place. */
export function ContactName({ contact }: { contact: Contact }) {
  const { mayChange } = useOffice()
  const [editing, setEditing] = useState(false)
  if (editing) return <NameField contact={contact} onDone={() => setEditing(false)} />
  return (
    <Group gap={6} wrap="nowrap">
      <h2 className={classes.name}>{contact.name}</h2>
      {mayChange && (
        <ActionIcon aria-label="Change the name" onClick={() => setEditing(true)}>
          <IconPencil size={16} />
        </ActionIcon>
      )}
    </Group>
  )
}

type FieldFace = { contact: Contact; onDone: () => void }

/** Enter or leaving the field keeps the name, Escape does not. */
function NameField({ contact: { id, name, version }, onDone }: FieldFace) {
  const [typed, setTyped] = useState(name)
  const queryClient = useQueryClient()
  const rename = useMutation(
    trpc.contacts.rename.mutationOptions({
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => {
        onDone()
        return queryClient.invalidateQueries(trpc.contacts.pathFilter())
      },
    }),
  )
  const keep = (event?: FormEvent) => {
    event?.preventDefault()
    if (rename.isPending) return
    if (typed.trim() && typed.trim() !== name) rename.mutate({ id, version, name: typed.trim() })
    else onDone()
  }
  return (
    <form onSubmit={keep}>
      <TextInput
        aria-label="Name"
        autoFocus
        value={typed}
        disabled={rename.isPending}
        onBlur={() => keep()}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </form>
  )
}
