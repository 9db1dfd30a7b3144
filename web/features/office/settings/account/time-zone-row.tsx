import { NativeSelect } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../../../../api.ts'
import { timeZones } from '../../regions.ts'
import { useOffice } from '../../use-office.ts'
import { AccountForm } from './account-form.tsx'
import { AccountRow } from './account-row.tsx'

const inWords = (timeZone: string) => timeZone.replaceAll('_', ' ')

/** On whose clock this member works in this office. */
export function TimeZoneRow() {
  const { office, user } = useOffice()
  const { data } = useQuery(trpc.office.members.queryOptions())
  const own = data?.members.find(({ userId }) => userId === user.id)?.timeZone ?? null
  return (
    <AccountRow
      title="Time zone"
      detail={`Your tasks and reminders are told in ${inWords(own ?? office.timeZone)}${own ? '' : ', as the office is'}.`}
      acts={{ 'Change time zone': (close) => <TimeZoneForm own={own} onDone={close} /> }}
    />
  )
}

function TimeZoneForm({ own, onDone }: { own: string | null; onDone: () => void }) {
  const { office } = useOffice()
  const queryClient = useQueryClient()
  const zones = useMemo(timeZones, [])
  const form = useForm({ initialValues: { timeZone: own ?? '' } })
  const change = useMutation(
    trpc.office.setTimeZone.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries(trpc.office.members.pathFilter()),
          queryClient.invalidateQueries(trpc.tasks.pathFilter()),
        ])
        onDone()
      },
    }),
  )
  return (
    <AccountForm
      submit="Save"
      problem={change.error}
      pending={change.isPending}
      onSubmit={form.onSubmit(({ timeZone }) => change.mutate({ timeZone: timeZone || null }))}
      onCancel={onDone}
    >
      <NativeSelect
        label="Your time zone"
        description="For when you work elsewhere than your office."
        autoFocus
        data={[{ value: '', label: `The office’s: ${inWords(office.timeZone)}` }, ...zones]}
        {...form.getInputProps('timeZone')}
      />
    </AccountForm>
  )
}
