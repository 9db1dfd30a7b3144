import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { dayInWords } from '../../ui/dates.ts'
import classes from './task-row.module.css'
import type { Task } from './use-tasks.ts'

type Face = {
  task: Task
  today: string
  withDay: boolean
  disabled: boolean
  onCheck: (task: Task, done: boolean) => void
}

/** A task with its tick, its day, and where it comes from. */
export function TaskRow({ task, today, withDay, disabled, onCheck }: Face) {
  const { title, dueOn, doneAt, contactId, contactName, conversationId, source } = task
  const late = dueOn !== null && doneAt === null && dueOn < today
  return (
    <div className={doneAt ? `${classes.row} ${classes.done}` : classes.row}>
      <Checkbox
        radius="xl"
        disabled={disabled}
        checked={doneAt !== null}
        aria-label={title}
        onChange={(event) => onCheck(task, event.currentTarget.checked)}
      />
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        <div className={classes.details}>
          {contactId && contactName && (
            <Link to="/contacts/$contactId" params={{ contactId }}>
              {contactName}
            </Link>
          )}
          {conversationId && (
            <Link to="/inbox/$conversationId" params={{ conversationId }}>
              From a message
            </Link>
          )}
          {source === 'assistant' && <span>by the assistant</span>}
        </div>
      </div>
      {withDay && dueOn && (
        <span className={late ? `${classes.due} ${classes.late}` : classes.due}>{dayInWords(dueOn, today)}</span>
      )}
    </div>
  )
}
