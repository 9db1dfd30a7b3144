import { Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormButtons } from '../../../ui/form-buttons.tsx'
import type { Appointment } from '../types.ts'
import type { Steps } from './use-steps.ts'

type Face = { appointment: Appointment; steps: Steps; onClose: () => void }

/** Who calls it off, and why. It counts as late where the customer does so after the time until which they could. */
export function CancelForm({ appointment, steps, onClose }: Face) {
  const form = useForm({ initialValues: { who: 'office', why: '' } })
  const isBlock = appointment.kind === 'block'
  const submit = form.onSubmit(({ who, why }) => steps.take({ kind: 'cancel', why, customerAsked: who === 'customer' }))
  return (
    <form onSubmit={submit}>
      <Stack>
        {!isBlock && (
          <Radio.Group label="Who calls it off" {...form.getInputProps('who')}>
            <Stack gap={6} mt={6}>
              <Radio value="office" label="The office" />
              <Radio value="customer" label="The customer" />
            </Stack>
          </Radio.Group>
        )}
        <TextInput
          label="Why"
          placeholder="If you like"
          maxLength={200}
          data-autofocus
          {...form.getInputProps('why')}
        />
        <FormButtons
          submit={isBlock ? 'Free the time' : 'Cancel the appointment'}
          pending={steps.pending}
          onCancel={onClose}
        />
      </Stack>
    </form>
  )
}
