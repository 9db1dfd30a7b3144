import { Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { useOffice } from '../use-office.ts'

/** Whether owners may go on with the password alone. */
export function RequireSecondFactor() {
  const { office } = useOffice()
  const queryClient = useQueryClient()
  const require = useMutation(
    trpc.office.requireSecondFactor.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.office.read.pathFilter()),
    }),
  )
  return (
    <Switch
      mt="lg"
      label="Owners need a second factor"
      description="Without one, after their first seven days, they can change nothing that only owners may."
      error={require.error && sentenceOf(require.error)}
      disabled={require.isPending}
      checked={office.requireSecondFactor}
      onChange={(event) => require.mutate({ isRequired: event.currentTarget.checked, version: office.version })}
    />
  )
}
