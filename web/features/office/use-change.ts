import { tellProblem } from '../../ui/toast.ts'
import { useOffice } from './use-office.ts'

/**
 * Wraps what changes something: a viewer is told why nothing happens. Buttons are not shown to viewers at all, but a key
 * cannot be hidden.
 */
export function useChange() {
  const { mayChange } = useOffice()
  return (act: () => void) => () =>
    mayChange ? act() : tellProblem('You may look at this office, but not change anything in it.')
}
