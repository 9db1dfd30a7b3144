import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import classes from './form.module.css'
import { laterClock, lengthOf, type Values } from './start.ts'

/** The day, and from when to when; a later start keeps the length. */
export function TimeFields({ form }: { form: UseFormReturnType<Values> }) {
  const { start, until } = form.values
  const { onChange: _, ...startProps } = form.getInputProps('start')
  const setStart = (clock: string) => {
    if (clock && start && until) form.setFieldValue('until', laterClock(clock, lengthOf(form.values)))
    form.setFieldValue('start', clock)
  }
  return (
    <div className={classes.times}>
      <TextInput type="date" label="Day" {...form.getInputProps('date')} />
      <TextInput type="time" label="From" {...startProps} onChange={(event) => setStart(event.currentTarget.value)} />
      <TextInput type="time" label="Until" {...form.getInputProps('until')} />
    </div>
  )
}
