import { Checkbox, Group, NativeSelect, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { OfficeDiary } from '../use-office-diary.ts'
import { laterClock, type Values } from './start.ts'

/** Which service, and who does it. Without one, exactly these people and rooms are taken. */
export function WhatFields({ form, diary }: { form: UseFormReturnType<Values>; diary: OfficeDiary }) {
  const { kind, serviceId, staffId, start } = form.values
  const isBlock = kind === 'block'
  const service = isBlock ? null : diary.serviceOf(serviceId)
  const able = diary.staff.filter(({ id }) => !service || service.staffIds.includes(id))
  const none = { value: '', label: service ? 'Anyone' : 'Nobody' }
  const choose = (id: string) => {
    const next = diary.serviceOf(id)
    form.setFieldValue('serviceId', id)
    if (!next) return
    if (start) form.setFieldValue('until', laterClock(start, next.lengthMinutes))
    if (staffId && !next.staffIds.includes(staffId)) form.setFieldValue('staffId', '')
  }
  return (
    <Stack gap="sm">
      <Group grow align="start">
        {!isBlock && (
          <NativeSelect
            label="Service"
            data={[{ value: '', label: 'None' }, ...diary.services.map(({ id, name }) => ({ value: id, label: name }))]}
            value={serviceId}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        )}
        {service?.needs !== 'all' && (
          <NativeSelect
            label="With"
            data={[none, ...able.map(({ id, name }) => ({ value: id, label: name }))]}
            {...form.getInputProps('staffId')}
          />
        )}
      </Group>
      {!service && diary.resources.length > 0 && (
        <Checkbox.Group label="Rooms and things" {...form.getInputProps('resourceIds')}>
          <Group gap="md" mt={4}>
            {diary.resources.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </Stack>
  )
}
