import { repeatWords } from '../../../worker/features/tasks/rules/repeat-words.ts'
import { dayInWords, dayOf } from '../../ui/dates.ts'
import { WhereFrom } from '../contacts/where-from.tsx'
import classes from './task-row.module.css'
import type { TaskClock } from './use-task-clock.ts'
import type { Task } from './use-tasks.ts'

/** What else is to be known of a task at a glance. */
export function TaskDetails({ task, clock, assignee }: { task: Task; clock: TaskClock; assignee: string | null }) {
  const { now, today, timeZone } = clock
  const { contactId, contactName, conversationId, checklist, snoozedUntil, repeat } = task
  const isAsleep = snoozedUntil !== null && new Date(snoozedUntil) > now
  return (
    <div className={classes.details}>
      <WhereFrom {...{ contactId, contactName, conversationId }} />
      {assignee && <span>{assignee}</span>}
      {checklist.length > 0 && (
        <span>
          {checklist.filter(({ isDone }) => isDone).length} of {checklist.length}
        </span>
      )}
      {repeat && <span>{repeatWords(repeat)}</span>}
      {task.isWaiting && <span>waiting</span>}
      {isAsleep && <span>until {dayInWords(dayOf(new Date(snoozedUntil), timeZone), today)}</span>}
      {task.source === 'assistant' && <span>by the assistant</span>}
    </div>
  )
}
