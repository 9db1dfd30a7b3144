import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { server } from '../../../api.ts'
import { tellProblem } from '../../../ui/toast.ts'
import { refusedOf } from '../refused.ts'
import { STATUS_WORDS, whoseName } from '../status-words.ts'
import type { Appointment } from '../types.ts'
import { seenVersion, useAppointmentSteps } from '../use-appointment-steps.ts'

export type Mark = 'confirmed' | 'arrived' | 'done' | 'no_show'
export type Step = { kind: 'mark'; status: Mark } | { kind: 'cancel'; why: string; customerAsked: boolean }
export type Steps = ReturnType<typeof useSteps>

const sentenceAfter = (name: string, step: Step) =>
  step.kind === 'cancel' ? `${name}: cancelled.` : `${name}: ${STATUS_WORDS[step.status].toLowerCase()}.`

/**
 * Where an appointment stands is changed from what was seen of it. When somebody else was faster, the step waits until
 * the member has seen that and chosen.
 */
export function useSteps(appointment: Appointment, onDone: () => void) {
  const { told, refresh } = useAppointmentSteps()
  const [overtaken, setOvertaken] = useState<Step | null>(null)
  const { mutate, isPending, variables } = useMutation({
    // One after the other, so that a slip can be put right before the first is answered.
    scope: { id: 'step-of-appointment' },
    mutationFn: ({ step, appointment: { id, deskVersion } }: { step: Step; appointment: Appointment }) => {
      const asked = { key: crypto.randomUUID(), id, version: seenVersion({ id, deskVersion }) }
      if (step.kind === 'mark') return server.appointments.mark.mutate({ ...asked, status: step.status })
      return server.appointments.cancel.mutate({ ...asked, why: step.why, customerAsked: step.customerAsked })
    },
    onSuccess: (decided, { step }) => {
      setOvertaken(null)
      onDone()
      told(sentenceAfter(whoseName(appointment), step), decided)
    },
    onError: (error, { step }) => {
      const { why, sentence } = refusedOf(error)
      if (why === 'overtaken') setOvertaken(step)
      else tellProblem(sentence)
    },
    onSettled: () => void refresh(),
  })
  return {
    overtaken,
    pending: isPending,
    /** A second click on the same is no second step. */
    take: (step: Step) => {
      const isSame = isPending && JSON.stringify(variables.step) === JSON.stringify(step)
      if (!isSame) mutate({ step, appointment })
    },
    leave: () => setOvertaken(null),
  }
}
