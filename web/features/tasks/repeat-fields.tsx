import { Group, NativeSelect, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { repeatWords } from '../../../worker/features/tasks/rules/repeat-words.ts'
import { repeatOf, type Values } from './task-form.ts'
import type { TaskWhole } from './use-tasks.ts'

const UNITS = [
  { value: '', label: 'Never' },
  { value: 'day', label: 'Days' },
  { value: 'week', label: 'Weeks' },
  { value: 'month', label: 'Months' },
  { value: 'year', label: 'Years' },
]
const FROM = [
  { value: 'due', label: 'from the day it was due' },
  { value: 'done', label: 'from the day it was done' },
]

/** How the task comes again, and the same in words. */
export function RepeatFields({ form, was }: { form: UseFormReturnType<Values>; was: TaskWhole['repeat'] }) {
  const repeat = repeatOf(form.values, was)
  return (
    <Group grow align="start">
      <NativeSelect
        label="Repeat"
        description={repeat ? `Comes again ${repeatWords(repeat)}.` : undefined}
        inputWrapperOrder={['label', 'input', 'description']}
        data={UNITS}
        {...form.getInputProps('unit')}
      />
      {repeat && (
        <>
          <TextInput type="number" label="Every" min={1} max={365} {...form.getInputProps('every')} />
          <NativeSelect label="Counted" data={FROM} {...form.getInputProps('from')} />
        </>
      )}
    </Group>
  )
}
