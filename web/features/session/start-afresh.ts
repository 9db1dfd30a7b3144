import { queryClient } from '../../api.ts'

/** Goes on as another person: nothing of what was read before may still be shown. */
export function startAfresh(goOn: () => void): void {
  queryClient.clear()
  goOn()
}
