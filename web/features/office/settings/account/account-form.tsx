import { Button, Group } from '@mantine/core'
import type { FormEventHandler, ReactNode } from 'react'
import { sentenceOf } from '../../../../problem.ts'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import classes from '../settings.module.css'

type Face = {
  submit: string
  problem: unknown
  pending: boolean
  onSubmit: FormEventHandler<HTMLFormElement>
  onCancel: () => void
  children: ReactNode
}

/** The frame of a form that stands in place of its row. */
export function AccountForm({ submit, problem, pending, onSubmit, onCancel, children }: Face) {
  return (
    <form className={classes.form} noValidate onSubmit={onSubmit}>
      {problem !== null && <FormProblem sentence={sentenceOf(problem)} />}
      {children}
      <Group>
        <Button type="submit" loading={pending}>
          {submit}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          Leave it
        </Button>
      </Group>
    </form>
  )
}
