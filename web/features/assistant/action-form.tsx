import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { Action } from '../../../worker/features/assistant/rules/actions.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useOffice } from '../office/use-office.ts'
import { type ActionField, editedAction, fieldsOf } from './action-fields.ts'

type Face = { action: Action; pending: boolean; onAccept: (action: Action) => void; onCancel: () => void }

/** Changes what the assistant proposes before it is done. */
export function ActionForm({ action, pending, onAccept, onCancel }: Face) {
  const { office } = useOffice()
  const [fields, setFields] = useState(() => fieldsOf(action, office.timeZone))
  const [problem, setProblem] = useState<string | null>(null)
  const put = (key: string, value: string) =>
    setFields(fields.map((field) => (field.key === key ? { ...field, value } : field)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const edited = Action.safeParse(editedAction(action, fields, office.timeZone))
    if (edited.success) onAccept(edited.data)
    else setProblem(edited.error.issues[0]?.message ?? 'This cannot be done like that.')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
  }
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <Stack gap="sm">
        {problem && <FormProblem sentence={problem} />}
        {fields.map((field, i) => (
          <Field key={field.key} field={field} autoFocus={i === 0} onChange={(value) => put(field.key, value)} />
        ))}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={pending}>
            Accept with changes
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const INPUT_TYPES = { line: 'text', day: 'date', time: 'datetime-local' } as const
const LIST_ROWS = 2
const TEXT_ROWS = 8

type FieldFace = { field: ActionField; autoFocus: boolean; onChange: (value: string) => void }

function Field({ field: { label, type, value }, autoFocus, onChange }: FieldFace) {
  const shared = { label, value, autoFocus }
  if (type === 'text' || type === 'list')
    return (
      <Textarea
        {...shared}
        rows={type === 'text' ? TEXT_ROWS : LIST_ROWS}
        {...(type === 'list' ? { description: 'One a line' } : {})}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  return <TextInput {...shared} type={INPUT_TYPES[type]} onChange={(event) => onChange(event.currentTarget.value)} />
}
