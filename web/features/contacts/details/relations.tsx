import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../../api.ts'
import { SmallFormButtons } from '../../../ui/form-buttons.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { useOffice } from '../../office/use-office.ts'
import { ContactPicker } from '../contact-picker.tsx'
import { Fact } from '../facts.tsx'
import classes from './details.module.css'
import { Part } from './part.tsx'
import { useSteps } from './use-steps.ts'

/** Who is what to this person: mother, referrer, employer. The other sees it from their side. */
export function Relations({ contactId }: { contactId: string }) {
  const { mayChange } = useOffice()
  const { data } = useQuery(trpc.relations.ofContact.queryOptions({ contactId }))
  const remove = useMutation(trpc.relations.remove.mutationOptions(useSteps()))
  return (
    <Part
      title="Relations"
      add="Add a relation"
      form={(close) => <RelationForm contactId={contactId} onDone={close} />}
    >
      {data?.length === 0 && <Fact>None written down.</Fact>}
      {data?.map(({ id, name, other }) => (
        <div key={id} className={classes.row}>
          <span>
            <Link to="/contacts/$contactId" params={{ contactId: other.id }}>
              {other.name}
            </Link>{' '}
            <span className={classes.word}>{name}</span>
          </span>
          {mayChange && (
            <ActionIcon aria-label={`Remove ${name}: ${other.name}`} onClick={() => remove.mutate({ id })}>
              <IconX size={14} />
            </ActionIcon>
          )}
        </div>
      ))}
    </Part>
  )
}

type Kind = { id: string; name: string; reverseName: string }
/** Each kind from either side, so that a child is as easily written down as a parent. */
const bothSides = (kinds: readonly Kind[]) =>
  kinds.flatMap(({ id, name, reverseName }) =>
    name === reverseName
      ? [{ value: id, label: name }]
      : [
          { value: id, label: name },
          { value: `${REVERSED}${id}`, label: reverseName },
        ],
  )
const REVERSED = 'of '

function RelationForm({ contactId, onDone }: { contactId: string; onDone: () => void }) {
  const { data: kinds } = useQuery(trpc.relations.kinds.queryOptions())
  const add = useMutation(trpc.relations.add.mutationOptions(useSteps(onDone)))
  const [otherId, setOther] = useState<string | null>(null)
  const [side, setSide] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!otherId || !side) return
    const isReversed = side.startsWith(REVERSED)
    const kind = { id: isReversed ? side.slice(REVERSED.length) : side }
    add.mutate(isReversed ? { contactId: otherId, otherId: contactId, kind } : { contactId, otherId, kind })
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <ContactPicker label="Who" exceptId={contactId} value={otherId} onChoose={setOther} />
      <Select
        size="xs"
        label="Is"
        placeholder="Parent, partner, referred by"
        searchable
        data={bothSides(kinds ?? [])}
        value={side}
        onChange={setSide}
      />
      <AnchorLink to="/settings" hash="relations" size="xs">
        Another kind of relation
      </AnchorLink>
      <SmallFormButtons submit="Add" disabled={!otherId || !side} pending={add.isPending} onCancel={onDone} />
    </form>
  )
}
