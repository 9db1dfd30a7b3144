import { Checkbox, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormButtons } from '../../ui/form-buttons.tsx'
import type { Source } from './types.ts'
import { useCalendarSteps } from './use-calendar-steps.ts'

/** Another name, or another mind about what is tentative. For another address the calendar is followed anew. */
export function ChangeSourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { changeSource } = useCalendarSteps()
  const form = useForm({
    initialValues: { name: source.name, isTentativeBusy: source.isTentativeBusy },
    validate: { name: (name) => (name.trim() ? null : 'Please give the calendar a name.') },
  })
  const submit = form.onSubmit((values) => changeSource.mutate({ id: source.id, ...values }, { onSuccess: onClose }))
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} title="Change the calendar">
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput data-autofocus label="Name" maxLength={80} {...form.getInputProps('name')} />
          <Checkbox
            label="What is tentative there counts as busy"
            {...form.getInputProps('isTentativeBusy', { type: 'checkbox' })}
          />
          <FormButtons submit="Save" pending={changeSource.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
