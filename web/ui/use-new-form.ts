import { useNavigate, useSearch } from '@tanstack/react-router'

/** Whether the form for a new record stands open: the address says so, so that a command can lead there. */
export function useNewForm(): { isOpen: boolean; open: () => void; close: () => void } {
  const navigate = useNavigate()
  const { new: isNew } = useSearch({ strict: false })
  // What else the address says stays: behind the form stands the list from which it was opened.
  const set = (isOpen: true | undefined) =>
    void navigate({ to: '.', search: (before) => ({ ...before, new: isOpen }), replace: true })
  return { isOpen: isNew === true, open: () => set(true), close: () => set(undefined) }
}
