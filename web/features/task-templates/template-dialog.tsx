import { Modal, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormButtons } from '../../ui/form-buttons.tsx'
import type { Template, TemplateFields } from './types.ts'

type Face = { template: Template | null; onClose: () => void; onSave: (fields: TemplateFields) => void }

const PRIORITIES: { value: TemplateFields['priority']; label: string }[] = [
  { value: 'low', label: 'Low' },
  { value: 'normal', label: 'Normal' },
  { value: 'high', label: 'High' },
]
const MOST_LINES = 50
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** A template: what is to be done, by when, and its checklist, one line each. */
export function TemplateDialog({ template, onClose, onSave }: Face) {
  const form = useForm({
    initialValues: {
      title: template?.title ?? '',
      daysAfter: template?.daysAfter ?? '',
      priority: template?.priority ?? 'normal',
      checklist: template?.checklist.join('\n') ?? '',
    } satisfies { title: string; daysAfter: number | string; priority: TemplateFields['priority']; checklist: string },
    validate: {
      title: (title) => (title.trim() ? null : 'A template needs a title.'),
      checklist: (text) => (linesOf(text).length > MOST_LINES ? `There may be ${MOST_LINES} lines.` : null),
    },
  })
  const submit = form.onSubmit(({ title, daysAfter, priority, checklist }) => {
    onSave({ title, priority, daysAfter: daysAfter === '' ? null : Number(daysAfter), checklist: linesOf(checklist) })
    onClose()
  })
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={template ? 'Change the template' : 'New template'}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput data-autofocus label="Title" maxLength={200} {...form.getInputProps('title')} />
          <NumberInput
            label="Due after so many days"
            description="Leave it empty for a task without a day; 0 is the same day."
            min={0}
            max={3650}
            allowDecimal={false}
            {...form.getInputProps('daysAfter')}
          />
          <NativeSelect label="Priority" data={PRIORITIES} {...form.getInputProps('priority')} />
          <Textarea
            label="Checklist"
            description="One line for each thing to tick off."
            autosize
            minRows={3}
            maxRows={10}
            {...form.getInputProps('checklist')}
          />
          <FormButtons submit="Save" pending={false} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
