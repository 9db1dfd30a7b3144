import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useUndo } from '../acts/use-undo.ts'
import { Files } from '../files/files.tsx'
import { useOffice } from '../office/use-office.ts'
import { useDiscard } from '../trash/use-discard.ts'
import { Checklist } from './checklist.tsx'
import { RepeatFields } from './repeat-fields.tsx'
import { changeOf, type Values, valuesOf } from './task-form.ts'
import { TaskLinks } from './task-links.tsx'
import { useTaskClock } from './use-task-clock.ts'
import type { TaskWhole } from './use-tasks.ts'

/** One task with all that can be said of it. */
export function TaskPanel({ id, onClose }: { id: string; onClose: () => void }) {
  // Never from the cache: a form that begins with an older state would be refused when it is saved.
  const { data, error, refetch } = useQuery(trpc.tasks.byId.queryOptions({ id }, { gcTime: 0 }))
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} title="Task" size="lg">
      {data && <TaskForm key={data.id} task={data} onDone={onClose} />}
      {data && <Files record="task" recordId={id} />}
      {!data && !error && <LoadingRows round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
    </Modal>
  )
}

function TaskForm({ task: newest, onDone }: { task: TaskWhole; onDone: () => void }) {
  // What was seen stays: of two who change it, the second is to be told, and not to overwrite the first unseen.
  const [task] = useState(newest)
  const queryClient = useQueryClient()
  const { mayChange } = useOffice()
  const { timeZone } = useTaskClock()
  const { tellStep } = useUndo()
  const { discard } = useDiscard(onDone)
  const form = useForm<Values>({
    initialValues: valuesOf(task, timeZone),
    validate: {
      title: (title) => (title.trim() ? null : 'A task needs a title.'),
      dueOn: (day, { dueTime }) => (dueTime && !day ? 'A time needs its day.' : null),
    },
  })
  const save = useMutation(
    trpc.tasks.change.mutationOptions({
      onSuccess: (step) => {
        onDone()
        tellStep(step)
      },
      onSettled: () => queryClient.invalidateQueries(trpc.tasks.pathFilter()),
    }),
  )
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(changeOf(task, values, timeZone)))} noValidate>
      <fieldset disabled={!mayChange} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack>
          {save.error && <FormProblem sentence={sentenceOf(save.error)} />}
          <TextInput label="Title" maxLength={200} data-autofocus {...form.getInputProps('title')} />
          <WhenFields form={form} />
          <WhoFields form={form} />
          <RepeatFields form={form} was={task.repeat} />
          <Checklist items={form.values.checklist} onChange={(items) => form.setFieldValue('checklist', items)} />
          <TaskLinks task={task} form={form} />
          {mayChange && (
            <Group justify="space-between">
              <Button variant="subtle" color="red" px={8} onClick={() => discard({ record: 'task', id: task.id })}>
                Delete
              </Button>
              <FormButtons submit="Save" pending={save.isPending} onCancel={onDone} />
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  )
}

type Fields = { form: UseFormReturnType<Values> }

function WhenFields({ form }: Fields) {
  return (
    <Group grow align="start">
      <TextInput type="date" label="Due on" {...form.getInputProps('dueOn')} />
      <TextInput type="time" label="At" {...form.getInputProps('dueTime')} />
      <TextInput type="datetime-local" label="Remind" {...form.getInputProps('remindAt')} />
    </Group>
  )
}

function WhoFields({ form }: Fields) {
  const { data } = useQuery(trpc.office.members.queryOptions())
  const able = (data?.members ?? []).filter(({ role }) => role !== 'viewer')
  const people = able.map(({ userId, name }) => ({ value: userId, label: name }))
  const priorities = [
    { value: 'high', label: 'Urgent' },
    { value: 'normal', label: 'Normal' },
    { value: 'low', label: 'When there is time' },
  ]
  return (
    <>
      <Group grow align="start">
        <NativeSelect
          label="Who"
          data={[{ value: '', label: 'Whoever is free' }, ...people]}
          {...form.getInputProps('assigneeId')}
        />
        <NativeSelect label="Priority" data={priorities} {...form.getInputProps('priority')} />
      </Group>
      <Checkbox label="Waits for somebody else" {...form.getInputProps('isWaiting', { type: 'checkbox' })} />
    </>
  )
}
