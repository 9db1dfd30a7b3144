import { ActionIcon, Checkbox, Menu } from '@mantine/core'
import { IconFlag, IconZzz } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { dayInWords, shortWhen } from '../../ui/dates.ts'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'
import { snoozeTimes, tomorrowMorning } from './snooze-times.ts'
import { TaskDetails } from './task-details.tsx'
import classes from './task-row.module.css'
import type { ShownView } from './task-views.tsx'
import type { TaskClock } from './use-task-clock.ts'
import type { Task, TaskSteps } from './use-tasks.ts'

type Face = {
  task: Task
  view: ShownView
  steps: TaskSteps
  clock: TaskClock
  assignee: string | null
  withDay: boolean
}

/** A task with its tick, its day, and where it comes from. With the focus in it, `x` ticks it off and `s` puts it off. */
export function TaskRow({ task, view, steps, clock, assignee, withDay }: Face) {
  const { mayChange } = useOffice()
  const { now, timeZone } = clock
  const { check, snooze } = steps
  const change = useChange()
  const { id, title, doneAt, priority } = task
  const keys: Record<string, () => void> = {
    x: () => check(task, doneAt === null),
    s: () => snooze(task, tomorrowMorning(now, timeZone)),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (act) change(act)()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are short ways to the buttons that stand in the row.
    <div className={doneAt ? `${classes.row} ${classes.done}` : classes.row} data-task onKeyDown={onKeyDown}>
      <Checkbox
        radius="xl"
        disabled={!mayChange}
        checked={doneAt !== null}
        aria-label={title}
        onChange={(event) => check(task, event.currentTarget.checked)}
      />
      <div className={classes.words}>
        <Link to="/tasks" search={{ which: view, task: id }} className={classes.title} data-row>
          {priority === 'high' && <IconFlag size={14} className={classes.flag ?? ''} aria-label="Urgent" />}
          {title}
        </Link>
        <TaskDetails task={task} clock={clock} assignee={assignee} />
      </div>
      <Due task={task} clock={clock} withDay={withDay} />
      {mayChange && !doneAt && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={`Put off: ${title}`}>
              <IconZzz size={16} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {snoozeTimes(now, timeZone).map(({ label, until }) => (
              <Menu.Item key={label} onClick={() => snooze(task, until)}>
                {label}
              </Menu.Item>
            ))}
            {task.snoozedUntil && <Menu.Item onClick={() => snooze(task, null)}>Wake it now</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

function Due({ task, clock, withDay }: Pick<Face, 'task' | 'clock' | 'withDay'>) {
  const { dueOn, dueAt, doneAt } = task
  const { now, today, timeZone } = clock
  if (!dueOn || !(withDay || dueAt)) return null
  const isLate = doneAt === null && (dueAt ? new Date(dueAt) < now : dueOn < today)
  const time = dueAt && shortWhen(dueAt, new Date(dueAt), timeZone)
  return (
    <span className={isLate ? `${classes.due} ${classes.late}` : classes.due}>
      {[withDay && dayInWords(dueOn, today), time].filter(Boolean).join(', ')}
    </span>
  )
}
