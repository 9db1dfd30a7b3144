import { Checkbox, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { tell } from '../../ui/toast.ts'
import { usePeople } from './use-people.ts'

/** Asks for the address of a calendar that is to be followed. */
export function FollowDialog({ onClose }: { onClose: () => void }) {
  const { people, me } = usePeople()
  const queryClient = useQueryClient()
  const add = useMutation(
    trpc.calendars.addSource.mutationOptions({
      onSuccess: () => {
        tell('The calendar is followed. It is being read for the first time.')
        onClose()
      },
      onSettled: () => queryClient.invalidateQueries(trpc.calendars.pathFilter()),
    }),
  )
  const form = useForm({
    initialValues: { userId: me, name: '', url: '', isTentativeBusy: true },
    validate: {
      name: (name) => (name.trim() ? null : 'Please give the calendar a name.'),
      url: (url) => (url.trim() ? null : 'Please paste the address of the calendar.'),
    },
  })
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} title="Follow a calendar">
      <form onSubmit={form.onSubmit((values) => add.mutate(values))} noValidate>
        <Stack>
          {add.error && <FormProblem sentence={sentenceOf(add.error)} />}
          {people.length > 1 && (
            <NativeSelect
              label="Who is busy by it"
              data={people.map(({ userId, name }) => ({
                value: userId,
                label: userId === me ? `${name} (you)` : name,
              }))}
              {...form.getInputProps('userId')}
            />
          )}
          <TextInput data-autofocus label="Name" placeholder="Private" maxLength={80} {...form.getInputProps('name')} />
          <TextInput
            label="Address"
            description="Google: Settings of the calendar, “Secret address in iCal format”. Apple and Outlook: share or publish the calendar, and copy its link."
            placeholder="https://…/basic.ics"
            inputMode="url"
            autoComplete="off"
            {...form.getInputProps('url')}
          />
          <Checkbox
            label="What is tentative there counts as busy"
            {...form.getInputProps('isTentativeBusy', { type: 'checkbox' })}
          />
          <FormButtons submit="Follow" pending={add.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
