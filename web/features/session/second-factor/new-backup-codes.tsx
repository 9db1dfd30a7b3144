import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../../../problem.ts'
import { renewBackupCodes } from './acts.ts'
import { BackupCodes } from './backup-codes.tsx'
import { ProveBoth } from './prove-both.tsx'

type Face = { onDone: () => void; onCancel: () => void }

/** New backup codes; the ones before open nothing any more. */
export function NewBackupCodes({ onDone, onCancel }: Face) {
  const act = useMutation({ mutationFn: renewBackupCodes })
  if (act.data) return <BackupCodes codes={act.data} onDone={onDone} />
  const problem = act.error && sentenceOf(act.error)
  return (
    <ProveBoth
      {...{ problem, onCancel }}
      words="Make new backup codes"
      isPending={act.isPending}
      onProof={act.mutate}
    />
  )
}
