import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'
import classes from './quick-add.module.css'

export const NEW_TASK_ID = 'new-task'

type Face = { today: string; contactId?: string | null; dealId?: string | null }

/** A new task in one line: what, and by when. */
export function QuickAdd({ today, contactId = null, dealId = null }: Face) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const form = useForm({ initialValues: { title: '', dueOn: today } })
  const add = useMutation(
    trpc.tasks.create.mutationOptions({
      onSuccess: (step) => {
        tellStep(step)
        form.setFieldValue('title', '')
        document.getElementById(NEW_TASK_ID)?.focus()
        return queryClient.invalidateQueries(trpc.tasks.pathFilter())
      },
      onError: (error) => tellProblem(sentenceOf(error)),
    }),
  )
  const submit = form.onSubmit(({ title, dueOn }) => {
    if (title.trim()) add.mutate({ title, dueOn: dueOn || null, contactId, dealId })
  })
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        id={NEW_TASK_ID}
        className={classes.title}
        placeholder="Add a task"
        aria-label="New task"
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <TextInput className={classes.day} type="date" aria-label="Due on" {...form.getInputProps('dueOn')} />
      <Button type="submit" loading={add.isPending}>
        Add
      </Button>
    </form>
  )
}
