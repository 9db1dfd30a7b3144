import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useToldSteps } from '../acts/use-told-steps.ts'

/** The steps with a file: each says what was done, beside the button that takes it back. */
export function useFileSteps(onDone?: () => void) {
  const told = useToldSteps([trpc.files.pathFilter(), trpc.contacts.timeline.pathFilter()], onDone)
  const rename = useMutation(trpc.files.rename.mutationOptions(told))
  const remove = useMutation(trpc.files.remove.mutationOptions(told))
  return {
    rename: (id: string, name: string) => rename.mutate({ id, name }),
    renaming: rename.isPending,
    remove: (id: string) => remove.mutate({ id }),
  }
}
