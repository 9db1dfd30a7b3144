import { NativeSelect, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Service } from '../types.ts'
import type { Values } from './start.ts'

type Face = { form: UseFormReturnType<Values>; questions: Service['questions'] }

/** What the service asks. A member may leave any open: perhaps nobody knows yet. */
export function Questions({ form, questions }: Face) {
  if (questions.length === 0) return null
  return (
    <Stack gap="sm">
      {questions.map(({ key, label, kind, choices }) => {
        const field = { label, value: form.values.answers[key] ?? '' }
        const set = (text: string) => form.setFieldValue('answers', { ...form.values.answers, [key]: text })
        return kind === 'choice' ? (
          <NativeSelect
            key={key}
            {...field}
            data={[{ value: '', label: '' }, ...choices]}
            onChange={(event) => set(event.currentTarget.value)}
          />
        ) : (
          <TextInput key={key} {...field} maxLength={2000} onChange={(event) => set(event.currentTarget.value)} />
        )
      })}
    </Stack>
  )
}
