import { useNavigate, useSearch } from '@tanstack/react-router'

/** Whether the form for a new record stands open: the address says so, so that a command can lead there. */
export function useNewForm(): { isOpen: boolean; open: () => void; close: () => void } {
  const navigate = useNavigate()
  const { new: isNew } = useSearch({ strict: false })
  const set = (search: { new?: true }) => void navigate({ to: '.', search, replace: true })
  return { isOpen: isNew === true, open: () => set({ new: true }), close: () => set({}) }
}
