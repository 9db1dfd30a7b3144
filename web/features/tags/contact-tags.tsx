import { Autocomplete, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './tags.module.css'

/** The tags of a contact; a new one is typed, or chosen from those that the office has. */
export function ContactTags({ contactId }: { contactId: string }) {
  const { mayChange } = useOffice()
  const queryClient = useQueryClient()
  const [adding, setAdding] = useState(false)
  const { data: tags } = useQuery(trpc.tags.ofContact.queryOptions({ contactId }))
  const options = {
    onError: (error: unknown) => tellProblem(sentenceOf(error)),
    onSettled: () => queryClient.invalidateQueries(trpc.tags.pathFilter()),
  }
  const add = useMutation(trpc.tags.add.mutationOptions(options))
  const remove = useMutation(trpc.tags.remove.mutationOptions(options))
  return (
    <div className={classes.tags}>
      {tags?.map(({ id, name, color }) => (
        <span key={id} className={classes.tag} data-color={color}>
          {name}
          {mayChange && (
            <button
              type="button"
              className={classes.off}
              aria-label={`Take off ${name}`}
              onClick={() => remove.mutate({ contactId, tagId: id })}
            >
              <IconX size={12} />
            </button>
          )}
        </span>
      ))}
      {mayChange && !adding && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} />}
          aria-label="Add a tag"
          onClick={() => setAdding(true)}
        >
          Tag
        </Button>
      )}
      {adding && <TagField onAdd={(name) => add.mutate({ contactId, name })} onDone={() => setAdding(false)} />}
    </div>
  )
}

function TagField({ onAdd, onDone }: { onAdd: (name: string) => void; onDone: () => void }) {
  const { data: known } = useQuery(trpc.tags.list.queryOptions())
  const [typed, setTyped] = useState('')
  const keep = (name: string) => {
    if (name.trim()) onAdd(name)
    onDone()
  }
  return (
    <Autocomplete
      size="xs"
      w={150}
      aria-label="Tag"
      autoFocus
      data={known?.map(({ name }) => name) ?? []}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={keep}
      onBlur={() => keep(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep(typed)
        if (event.key === 'Escape') onDone()
      }}
    />
  )
}
