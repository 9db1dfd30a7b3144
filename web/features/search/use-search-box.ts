import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import type { RecordKind } from '../../../worker/kernel/words.ts'
import { SEARCH_FIELD_ID } from '../office/use-place-shortcuts.ts'
import type { Found } from './found.ts'
import { useSearch } from './use-search.ts'

/** The state of the search field: what is typed, what was found, which result is chosen, and where Enter leads. */
export function useSearchBox() {
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const { found, searching } = useSearch(words)
  const goTo = useGoTo()
  const at = Math.min(chosen, Math.max(0, found.length - 1))
  const leave = () => {
    setOpen(false)
    setWords('')
    document.getElementById(SEARCH_FIELD_ID)?.blur()
  }
  const go = (result: Found) => {
    leave()
    goTo(result)
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
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault()
  }
  return { words, found, at, searching, isOpen, setOpen, type, go, onKeyDown }
}

/** What is opened for a line of each kind. */
const RECORDS: Record<Exclude<Found['kind'], 'command' | 'files'>, RecordKind> = {
  ...{ caller: 'contact', contacts: 'contact', companies: 'company', conversations: 'conversation' },
  ...{ deals: 'deal', tasks: 'task' },
}

function useGoTo() {
  const navigate = useNavigate()
  const open = (record: RecordKind, id: string) => {
    if (record === 'contact') return navigate({ to: '/contacts/$contactId', params: { contactId: id } })
    if (record === 'conversation') return navigate({ to: '/inbox/$conversationId', params: { conversationId: id } })
    if (record === 'deal') return navigate({ to: '/deals/$dealId', params: { dealId: id } })
    if (record === 'task') return navigate({ to: '/tasks', search: { task: id } })
    return navigate({ to: '/companies/$companyId', params: { companyId: id } })
  }
  return (result: Found): void => {
    if (result.kind === 'command') {
      const { to, isNew } = result.command
      void navigate({ to, search: isNew ? { new: true } : {} })
    } else if (result.kind === 'files') void open(result.on.record, result.on.id)
    else void open(RECORDS[result.kind], result.id)
  }
}
