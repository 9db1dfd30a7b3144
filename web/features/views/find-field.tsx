import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

const PAUSE_MS = 120

/** What is typed to find a record in its list: at once in the field, and as `text` once the typing pauses. */
export function useFind() {
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS)
  return { typed, text, onType: setTyped }
}

type Props = { label: string; typed: string; onType: (text: string) => void }

/** The field that finds in a list. */
export function FindField({ label, typed, onType }: Props) {
  return (
    <TextInput
      size="xs"
      w={{ base: 120, sm: 170 }}
      placeholder="Find"
      aria-label={label}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}
