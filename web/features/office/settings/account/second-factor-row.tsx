import { useQuery, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../../api.ts'
import { sentenceOf } from '../../../../problem.ts'
import { LoadingRows } from '../../../../ui/loading-rows.tsx'
import { Problem } from '../../../../ui/problem.tsx'
import { NewBackupCodes } from '../../../session/second-factor/new-backup-codes.tsx'
import { SwitchOff } from '../../../session/second-factor/switch-off.tsx'
import { SwitchOn } from '../../../session/second-factor/switch-on.tsx'
import { useOffice } from '../../use-office.ts'
import { AccountRow } from './account-row.tsx'

/** Whether signing in takes a code of an app beside the password. */
export function SecondFactorRow() {
  const { office, isOwner } = useOffice()
  const { data, error, refetch } = useQuery(trpc.signIn.secondFactor.queryOptions())
  const queryClient = useQueryClient()
  const faceOf = (close: () => void) => ({
    onCancel: close,
    onDone: () => {
      close()
      void queryClient.invalidateQueries(trpc.signIn.secondFactor.pathFilter())
    },
  })
  if (!data && error) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows count={1} round={false} />
  if (!data.isOn)
    return (
      <AccountRow
        title="Second factor: off"
        detail={isOwner && office.requireSecondFactor ? `${WHY} ${WHO_MUST}` : WHY}
        acts={{ 'Switch on': (close) => <SwitchOn {...faceOf(close)} /> }}
      />
    )
  return (
    <AccountRow
      title="Second factor: on"
      detail={`Signing in takes a code of your app. Backup codes left: ${data.backupCodesLeft}.`}
      acts={{
        'New backup codes': (close) => <NewBackupCodes {...faceOf(close)} />,
        'Switch off': (close) => <SwitchOff {...faceOf(close)} />,
      }}
    />
  )
}

const WHY = 'With it, signing in takes a code of an app beside your password, so that a stolen password opens nothing.'
const WHO_MUST = 'This office asks its owners for it after their first seven days.'
