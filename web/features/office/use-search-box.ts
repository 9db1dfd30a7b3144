import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { SEARCH_FIELD_ID } from './use-place-shortcuts.ts'
import { type Found, useSearch } from './use-search.ts'

/** The state of the search field: what is typed, what was found, which result is chosen, and where Enter leads. */
export function useSearchBox() {
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const { found, asked, searching } = useSearch(words)
  const navigate = useNavigate()
  const at = Math.min(chosen, Math.max(0, found.length - 1))
  const leave = () => {
    setOpen(false)
    setWords('')
    document.getElementById(SEARCH_FIELD_ID)?.blur()
  }
  const go = ({ kind, id }: Found) => {
    leave()
    if (kind === 'contact') void navigate({ to: '/contacts/$contactId', params: { contactId: id } })
    else void navigate({ to: '/inbox/$conversationId', params: { conversationId: id } })
  }
  const type = (text: string) => {
    setWords(text)
    setChosen(0)
    setOpen(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const result = found[at]
    if (event.key === 'Escape') leave()
    if (event.key === 'Enter' && result) go(result)
    if (event.key === 'ArrowDown') setChosen(Math.min(at + 1, found.length - 1))
    if (event.key === 'ArrowUp') setChosen(Math.max(at - 1, 0))
    if (event.key.startsWith('Arrow')) event.preventDefault()
  }
  return { words, found, at, searching, isOpen: open && asked, setOpen, type, go, onKeyDown }
}
