import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../../api.ts'
import { SmallFormButtons } from '../../../ui/form-buttons.tsx'
import { useOffice } from '../../office/use-office.ts'
import { AddressLink } from '../address-link.tsx'
import { Fact } from '../facts.tsx'
import type { Contact } from '../types.ts'
import classes from './details.module.css'
import { Part } from './part.tsx'
import { useSteps } from './use-steps.ts'

/** How somebody is reached and where they live; each address can be taken off, and one more written down. */
export function Addresses({ contact }: { contact: Contact }) {
  const { mayChange } = useOffice()
  const remove = useMutation(trpc.contacts.removeAddress.mutationOptions(useSteps()))
  const { data: shared } = useQuery(trpc.contacts.sharedAddresses.queryOptions({ id: contact.id }))
  return (
    <Part title="Reach" add="Add an address" form={(close) => <AddressForm id={contact.id} onDone={close} />}>
      {contact.addresses.length === 0 && <Fact>No address yet.</Fact>}
      {contact.addresses.map((address) => (
        <div key={address.id}>
          <div className={classes.row}>
            <span>
              <AddressLink address={address} />
            </span>
            {mayChange && (
              <ActionIcon
                aria-label={`Take off ${address.asTyped}`}
                onClick={() => remove.mutate({ id: contact.id, addressId: address.id })}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </div>
          <WhoIsMeant
            address={address}
            contactId={contact.id}
            shared={shared?.find(({ addressId }) => addressId === address.id)}
          />
        </div>
      ))}
    </Part>
  )
}

type Shared = { meansId: string; people: { id: string; name: string }[] }
type MeantFace = {
  address: { id: string; kind: string; asTyped: string }
  contactId: string
  shared: Shared | undefined
}

/** Of an address that several people have: whom a message means that does not say whom it is about. */
function WhoIsMeant({ address: { id: addressId, kind, asTyped }, contactId, shared }: MeantFace) {
  const { mayChange } = useOffice()
  const mean = useMutation(trpc.contacts.meanByAddress.mutationOptions(useSteps()))
  if (!shared) return null
  const others = shared.people.filter(({ id }) => id !== contactId).map(({ name }) => name)
  return (
    <div className={classes.shared}>
      <span className={classes.word}>Shared with {others.join(', ')}</span>
      {kind !== 'postal' && (
        <fieldset className={classes.meant} aria-label={`Who is usually meant by ${asTyped}`}>
          <span className={classes.word}>Usually about</span>
          {shared.people.map(({ id, name }) => (
            <Button
              key={id}
              size="compact-xs"
              variant={id === shared.meansId ? 'filled' : 'default'}
              aria-pressed={id === shared.meansId}
              disabled={!mayChange || mean.isPending}
              onClick={() => mean.mutate({ id, addressId })}
            >
              {name}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  )
}

const KINDS = [
  { value: 'phone', label: 'Phone' },
  { value: 'email', label: 'Email' },
  { value: 'postal', label: 'Place' },
]

function AddressForm({ id, onDone }: { id: string; onDone: () => void }) {
  const steps = useSteps(onDone)
  const [kind, setKind] = useState('phone')
  const [typed, setTyped] = useState({ value: '', postalCode: '', city: '' })
  const add = useMutation(trpc.contacts.addAddress.mutationOptions({ ...steps, onSuccess: onDone }))
  const addPlace = useMutation(trpc.contacts.addPlace.mutationOptions(steps))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { value, postalCode, city } = typed
    if (kind === 'postal') addPlace.mutate({ id, street: value, postalCode, city })
    else add.mutate({ id, kind: kind === 'email' ? 'email' : 'phone', value })
  }
  const field = (name: keyof typeof typed, label: string) => (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={label}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  )
  return (
    <form onSubmit={submit} className={classes.form}>
      <Select
        size="xs"
        aria-label="Kind of address"
        allowDeselect={false}
        data={KINDS}
        value={kind}
        onChange={(chosen) => chosen && setKind(chosen)}
      />
      {field('value', kind === 'postal' ? 'Street and number' : kind === 'email' ? 'Mail address' : 'Phone number')}
      {kind === 'postal' && field('postalCode', 'Postal code')}
      {kind === 'postal' && field('city', 'Town')}
      <SmallFormButtons submit="Add" pending={add.isPending || addPlace.isPending} onCancel={onDone} />
    </form>
  )
}
