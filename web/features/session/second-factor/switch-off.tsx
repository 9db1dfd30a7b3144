import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../../../problem.ts'
import { switchOff } from './acts.ts'
import { ProveBoth } from './prove-both.tsx'

type Face = { onDone: () => void; onCancel: () => void }

/** From then on the password alone signs in. */
export function SwitchOff({ onDone, onCancel }: Face) {
  const act = useMutation({ mutationFn: switchOff, onSuccess: onDone })
  const problem = act.error && sentenceOf(act.error)
  return (
    <ProveBoth
      {...{ problem, onCancel }}
      words="Switch the second factor off"
      isPending={act.isPending}
      onProof={act.mutate}
    />
  )
}
