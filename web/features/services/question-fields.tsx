import { ActionIcon, Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import settings from '../office/settings/settings.module.css'
import type { ServiceForm } from './service-form.ts'
import classes from './services.module.css'

const KINDS = [
  { value: 'text', label: 'Answered in words' },
  { value: 'choice', label: 'One of some answers' },
]

/** What whoever books is asked. */
export function QuestionFields({ form }: { form: ServiceForm }) {
  const { questions } = form.values
  const add = () =>
    form.insertListItem('questions', {
      key: crypto.randomUUID(),
      label: '',
      kind: 'text',
      isRequired: false,
      choices: [],
    })
  return (
    <Stack gap="sm" mt="sm">
      {questions.map(({ key, kind, choices }, at) => (
        <fieldset key={key} className={classes.question}>
          <legend>Question {at + 1}</legend>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <TextInput flex={1} label="You ask" maxLength={200} {...form.getInputProps(`questions.${at}.label`)} />
            <ActionIcon
              aria-label={`Take question ${at + 1} out`}
              mb={6}
              onClick={() => form.removeListItem('questions', at)}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
          <Group gap="lg" align="flex-end">
            <NativeSelect label="Kind" data={KINDS} {...form.getInputProps(`questions.${at}.kind`)} />
            <Checkbox
              mb={8}
              label="Must be answered"
              {...form.getInputProps(`questions.${at}.isRequired`, { type: 'checkbox' })}
            />
          </Group>
          {kind === 'choice' && (
            <Textarea
              label="Answers, one a line"
              autosize
              minRows={2}
              value={choices.join('\n')}
              onChange={(event) => form.setFieldValue(`questions.${at}.choices`, event.currentTarget.value.split('\n'))}
            />
          )}
        </fieldset>
      ))}
      {form.errors.questions && (
        <p role="alert" className={settings.detail}>
          {form.errors.questions}
        </p>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={add}
        style={{ alignSelf: 'flex-start' }}
      >
        Ask something
      </Button>
    </Stack>
  )
}
