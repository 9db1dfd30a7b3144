import { Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../api.ts'
import { Monogram } from '../../../ui/monogram.tsx'
import { useWords } from '../../office/use-words.ts'
import type { Contact, ContactRow } from '../types.ts'
import classes from './merge.module.css'
import { MergeForm } from './merge-form.tsx'

const PAUSE_MS = 120
const MOST_SHOWN = 8

type Face = { contact: Pick<Contact, 'id' | 'name'>; opened: boolean; onClose: () => void }

/** Finds the other contact, then shows the two side by side. */
export function MergeWith({ contact, opened, onClose }: Face) {
  const words = useWords()
  const [other, setOther] = useState<string | null>(null)
  const close = () => {
    setOther(null)
    onClose()
  }
  return (
    <Modal size="lg" opened={opened} onClose={close} title={`Merge ${contact.name} with another ${words.inOne}`}>
      {other === null ? (
        <Finder exceptId={contact.id} onChoose={setOther} />
      ) : (
        <MergeForm keepId={contact.id} dropId={other} onDone={close} onBack={() => setOther(null)} />
      )}
    </Modal>
  )
}

function Finder({ exceptId, onChoose }: { exceptId: string; onChoose: (id: string) => void }) {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const { data } = useQuery(trpc.contacts.list.queryOptions({ text }))
  const rows = (data?.rows ?? []).filter(({ id }) => id !== exceptId).slice(0, MOST_SHOWN)
  return (
    <>
      <TextInput
        data-autofocus
        label="Who is the same person?"
        placeholder="A name, an address, or a phone number"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={classes.found} aria-label={`${words.many} found`}>
        {rows.map((row) => (
          <li key={row.id}>
            <Choice row={row} onChoose={() => onChoose(row.id)} />
          </li>
        ))}
      </ul>
      {data && rows.length === 0 && <p className={classes.nobody}>Nobody else is found.</p>}
    </>
  )
}

function Choice({ row: { name, addresses }, onChoose }: { row: ContactRow; onChoose: () => void }) {
  return (
    <button type="button" className={classes.choice} onClick={onChoose}>
      <Monogram name={name} size={30} />
      <span className={classes.name}>{name}</span>
      <span className={classes.address}>{addresses[0]?.asTyped}</span>
    </button>
  )
}
