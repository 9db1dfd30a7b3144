import { useNavigate } from '@tanstack/react-router'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { PLACES } from './places.ts'

/** The field that `/` jumps into. */
export const SEARCH_FIELD_ID = 'search-everything'

/** The shortcuts that work on every screen. */
export function usePlaceShortcuts(onSheet: () => void): void {
  const navigate = useNavigate()
  const going = PLACES.map(({ to, shortcut }) => [shortcut, () => void navigate({ to })] as const)
  useShortcuts({
    ...Object.fromEntries(going),
    '/': () => document.getElementById(SEARCH_FIELD_ID)?.focus(),
    '?': onSheet,
  })
}
