import { Group, Input, NativeSelect, NumberInput } from '@mantine/core'
import { useId } from 'react'
import { UNITS } from './duration.ts'
import type { ServiceForm } from './service-form.ts'

type Name = 'length' | 'every' | 'before' | 'after' | 'notice' | 'cutOff'
type Face = { form: ServiceForm; name: Name; label: string; description: string }

/** A length of time: so many minutes, hours or days. */
export function DurationField({ form, name, label, description }: Face) {
  const id = useId()
  const value = form.values[name]
  return (
    <Input.Wrapper id={id} label={label} description={description} error={form.errors[name]}>
      <Group gap="xs" wrap="nowrap" mt={4}>
        <NumberInput
          id={id}
          w={90}
          min={0}
          allowDecimal={false}
          value={value.amount}
          onChange={(amount) => form.setFieldValue(name, { ...value, amount })}
        />
        <NativeSelect
          aria-label={`${label}, unit`}
          data={[...UNITS]}
          value={value.unit}
          onChange={(event) => {
            const unit = UNITS.find((each) => each === event.currentTarget.value) ?? value.unit
            form.setFieldValue(name, { ...value, unit })
          }}
        />
      </Group>
    </Input.Wrapper>
  )
}
