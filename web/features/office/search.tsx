import { Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import classes from './search.module.css'
import { RESULTS_ID, resultId, SearchResults } from './search-results.tsx'
import { SEARCH_FIELD_ID } from './use-place-shortcuts.ts'
import { type Found, useSearch } from './use-search.ts'

/** One field that finds contacts and conversations while one types; arrows choose, Enter opens, Escape leaves. */
export function Search() {
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const { found, asked, searching } = useSearch(words)
  const navigate = useNavigate()
  const at = Math.min(chosen, Math.max(0, found.length - 1))
  const shown = open && asked

  const leave = () => {
    setOpen(false)
    setWords('')
    document.getElementById(SEARCH_FIELD_ID)?.blur()
  }
  const go = ({ kind, id }: Found) => {
    leave()
    if (kind === 'contact') return navigate({ to: '/contacts/$contactId', params: { contactId: id } })
    return navigate({ to: '/inbox/$conversationId', params: { conversationId: id } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    if (event.key === 'ArrowDown') setChosen(Math.min(at + 1, found.length - 1))
    if (event.key === 'ArrowUp') setChosen(Math.max(at - 1, 0))
    const result = found[at]
    if (event.key === 'Enter' && result) void go(result)
    if (event.key.startsWith('Arrow')) event.preventDefault()
  }
  return (
    <div className={classes.search}>
      <TextInput
        id={SEARCH_FIELD_ID}
        className={classes.field}
        variant="default"
        placeholder="Search people and messages"
        aria-label="Search people and messages"
        autoComplete="off"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" visibleFrom="sm">
            /
          </Kbd>
        }
        role="combobox"
        aria-expanded={shown}
        aria-controls={RESULTS_ID}
        aria-activedescendant={shown && found[at] ? resultId(found[at]) : undefined}
        value={words}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setChosen(0)
          setOpen(true)
        }}
      />
      {shown && <SearchResults found={found} at={at} searching={searching} onChoose={(result) => void go(result)} />}
    </div>
  )
}
