import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'

const PAUSE_MS = 120
const MOST_SHOWN = 8

type Face = {
  label: string
  exceptId?: string
  value: string | null
  onChoose: (id: string | null) => void
  size?: 'xs' | 'sm'
}

/** Finds a person by a part of the name, an address or a phone number. */
export function ContactPicker({ label, exceptId, value, onChoose, size = 'xs' }: Face) {
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const { data } = useQuery(trpc.contacts.list.queryOptions({ text }))
  const rows = (data?.rows ?? []).filter(({ id }) => id !== exceptId).slice(0, MOST_SHOWN)
  return (
    <Select
      size={size}
      label={label}
      placeholder="A name, an address, a number"
      searchable
      clearable
      nothingFoundMessage="Nobody is found"
      // The server has found them by more than the name, such as the digits of a phone.
      filter={({ options }) => options}
      data={rows.map(({ id, name, addresses }) => ({
        value: id,
        label: addresses[0] ? `${name} (${addresses[0].asTyped})` : name,
      }))}
      value={value}
      onSearchChange={setTyped}
      onChange={onChoose}
    />
  )
}
