import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../api.ts'
import { useUndo } from '../../acts/use-undo.ts'
import type { Changes, Clash, Facts } from './types.ts'

/** Changes of a deal that met with somebody else's. */
export type Met = { clash: Clash; changes: Changes }

/** Saves what was changed of a deal, offers to take it back, and keeps what clashed until the member has chosen. */
export function useChangeDeal(id: string, onSaved: () => void) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const [met, setMet] = useState<Met | null>(null)
  const { mutate, isPending, error } = useMutation(
    trpc.deals.change.mutationOptions({
      onSuccess: (answer, { changes }) => {
        if (answer.state === 'clash') return setMet({ clash: answer, changes })
        setMet(null)
        onSaved()
        tellStep(answer)
      },
      onSettled: () =>
        Promise.all([trpc.deals, trpc.contacts].map((of) => queryClient.invalidateQueries(of.pathFilter()))),
    }),
  )
  const save = (seen: Facts, changes: Changes) => mutate({ id, seen, changes })
  return { save, saving: isPending, problem: error, met, forget: () => setMet(null) }
}
