import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import type { AppRouter } from '../../../../worker/trpc/router.ts'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tell, tellProblem } from '../../../ui/toast.ts'
import { useOffice } from '../use-office.ts'

export type Settings = inferRouterOutputs<AppRouter>['office']['read']['settings']

/** The settings of the assistant while they are being changed, and how they are kept. */
export function useSettingsDraft() {
  const { office } = useOffice()
  const [settings, setSettings] = useState(office.settings)
  const queryClient = useQueryClient()
  const { gate, assistant } = settings
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
    settings,
    putGate: (change: Partial<Settings['gate']>) => setSettings({ ...settings, gate: { ...gate, ...change } }),
    putAssistant: (change: Partial<Settings['assistant']>) =>
      setSettings({ ...settings, assistant: { ...assistant, ...change } }),
    isChanged: JSON.stringify(settings) !== JSON.stringify(office.settings),
    isSaving: update.isPending,
    save: () => update.mutate({ settings, version: office.version }),
  }
}
export type SettingsDraft = ReturnType<typeof useSettingsDraft>
