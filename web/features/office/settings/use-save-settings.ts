import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../../worker/trpc/router.ts'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tell, tellProblem } from '../../../ui/toast.ts'
import { useOffice } from '../use-office.ts'

export type Settings = inferRouterOutputs<AppRouter>['office']['read']['settings']

/** Keeps some parts of the office's settings, and leaves the others as they are now. */
export function useSaveSettings() {
  const { office } = useOffice()
  const queryClient = useQueryClient()
  const update = useMutation(
    trpc.office.updateSettings.mutationOptions({
      onSuccess: () => {
        tell('Saved.')
        return queryClient.invalidateQueries(trpc.office.read.pathFilter())
      },
      onError: (error) => tellProblem(sentenceOf(error)),
    }),
  )
  return {
    isSaving: update.isPending,
    save: (parts: Partial<Settings>, onSaved: () => void = () => undefined) =>
      update.mutate({ settings: { ...office.settings, ...parts }, version: office.version }, { onSuccess: onSaved }),
  }
}
