import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { PLACES } from './places.ts'

/** The field that `/` jumps into. */
export const SEARCH_FIELD_ID = 'search-everything'

/** The shortcuts that work on every screen. */
export function usePlaceShortcuts(onSheet: () => void): void {
  const navigate = useNavigate()
  const going = PLACES.map(({ to, shortcut }) => [shortcut, () => void navigate({ to })] as const)
  useEffect(() => {
    // Also while typing elsewhere: with Ctrl or Cmd it is no letter.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      document.getElementById(SEARCH_FIELD_ID)?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  useShortcuts({
    ...Object.fromEntries(going),
    '/': () => document.getElementById(SEARCH_FIELD_ID)?.focus(),
    '?': onSheet,
  })
}
