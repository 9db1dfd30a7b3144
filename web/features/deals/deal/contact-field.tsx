import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../api.ts'
import { useWords } from '../../office/use-words.ts'

const PAUSE_MS = 120
const MOST_SHOWN = 8

type Face = { value?: string; name: string | null; onChange?: (id: string) => void }

/** Whom a deal is with: found by a part of the name, an address or a number. */
export function ContactField({ value = '', name, onChange }: Face) {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const { data } = useQuery(trpc.contacts.list.queryOptions({ text }))
  const found = (data?.rows ?? []).slice(0, MOST_SHOWN).map((row) => ({ value: row.id, label: row.name }))
  const known = chosen?.value === value ? chosen : name !== null && value ? { value, label: name } : null
  return (
    <Select
      label={words.one}
      searchable
      clearable
      placeholder="Nobody"
      nothingFoundMessage="Nobody found"
      // What the server found fits, also where it was found by a number and the name does not hold it.
      filter={({ options }) => options}
      data={known && !found.some((each) => each.value === value) ? [known, ...found] : found}
      value={value || null}
      onSearchChange={setTyped}
      onChange={(id, option) => {
        setChosen(id && option ? { value: id, label: option.label } : null)
        onChange?.(id ?? '')
      }}
    />
  )
}
