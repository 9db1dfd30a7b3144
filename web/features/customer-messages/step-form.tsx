import { Button, Group, NativeSelect, NumberInput, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { isTimed, UNITS, WAYS } from '../../../worker/features/customer-messages/rules/steps.ts'
import { templateProblem } from '../../../worker/features/customer-messages/rules/template.ts'
import { isUsual } from '../../../worker/features/customer-messages/rules/usual-steps.ts'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { Preview } from './preview.tsx'
import classes from './step-form.module.css'
import { UNIT_CHOICES, WAY_WORDS } from './step-words.ts'
import { TemplateField } from './template-field.tsx'
import type { StepShown } from './types.ts'
import { useMessageSteps } from './use-message-steps.ts'

type Face = { step: StepShown; isKept: boolean; onDone: () => void }
const NO_PHONE = 'For whoever can only be reached by mail.'
const NO_MAIL = 'For whoever can only be reached by phone.'
const WAY_CHOICES = WAYS.map((value) => ({ value, label: WAY_WORDS[value] }))

/** How, when and in which words, beside what it will look like. */
export function StepForm({ step, isKept, onDone }: Face) {
  const { save, reset } = useMessageSteps(onDone)
  const { key, serviceId, version, event, ...fields } = step
  const form = useForm({
    initialValues: fields,
    validate: {
      amount: (amount) => (isTimed(event) && !(amount >= 1) ? 'At least 1.' : null),
      subject: templateProblem,
      mailText: templateProblem,
      smsText: templateProblem,
    },
  })
  const { way, amount, unit, subject, mailText, smsText } = form.values
  const submit = form.onSubmit((values) => save.mutate({ ...values, key, serviceId, version }))
  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.sides}>
        <div className={classes.fields}>
          <Switch label="Send it" {...form.getInputProps('isOn', { type: 'checkbox' })} />
          <NativeSelect
            label="By"
            data={WAY_CHOICES}
            value={way}
            onChange={({ currentTarget }) =>
              form.setFieldValue('way', WAYS.find((each) => each === currentTarget.value) ?? way)
            }
          />
          {isTimed(event) && (
            <Timing
              {...{ amount, unit, isBefore: event === 'reminder', error: form.errors.amount }}
              onChange={(timing) => form.setValues(timing)}
            />
          )}
          <TemplateField label="Subject of the mail" rows={1} maxLength={150} {...form.getInputProps('subject')} />
          <TemplateField
            label="Mail"
            hint={way === 'sms' ? NO_PHONE : undefined}
            rows={9}
            maxLength={4000}
            {...form.getInputProps('mailText')}
          />
          <TemplateField
            label="Text message"
            hint={way === 'email' ? NO_MAIL : undefined}
            rows={3}
            maxLength={1600}
            {...form.getInputProps('smsText')}
          />
        </div>
        <Preview serviceId={serviceId} words={{ subject, mailText, smsText }} />
      </div>
      <Group justify="space-between" mt="lg">
        {isKept ? (
          <Button
            variant="subtle"
            color="gray"
            loading={reset.isPending}
            onClick={() => reset.mutate({ key, serviceId, version })}
          >
            {resetWords(key, serviceId)}
          </Button>
        ) : (
          <span />
        )}
        <FormButtons submit="Save" pending={save.isPending} onCancel={onDone} />
      </Group>
    </form>
  )
}

function resetWords(key: string, serviceId: string | null) {
  if (serviceId !== null) return 'Same as all services'
  return isUsual(key) ? 'Back to our words' : 'Remove this reminder'
}

type TimingFace = Pick<StepShown, 'amount' | 'unit'> & {
  isBefore: boolean
  error: ReactNode
  onChange: (timing: Partial<Pick<StepShown, 'amount' | 'unit'>>) => void
}

function Timing({ amount, unit, isBefore, error, onChange }: TimingFace) {
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <NumberInput
        label={isBefore ? 'How long before' : 'How long after'}
        min={1}
        max={366}
        allowDecimal={false}
        value={amount}
        error={error}
        onChange={(value) => onChange({ amount: Number(value) || 0 })}
      />
      <NativeSelect
        label="Unit"
        data={UNIT_CHOICES}
        value={unit}
        onChange={({ currentTarget }) => onChange({ unit: UNITS.find((each) => each === currentTarget.value) ?? unit })}
      />
    </Group>
  )
}
