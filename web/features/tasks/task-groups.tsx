import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { GROUP_TITLES, groupTasks } from './group-tasks.ts'
import { TaskRow } from './task-row.tsx'
import type { ShownView } from './task-views.tsx'
import classes from './tasks.module.css'
import { useTaskClock } from './use-task-clock.ts'
import { type Task, useTaskSteps } from './use-tasks.ts'

/** Tasks under the headings of their days. */
export function TaskGroups({ tasks, view }: { tasks: readonly Task[]; view: ShownView }) {
  const clock = useTaskClock()
  const steps = useTaskSteps()
  const { data } = useQuery(trpc.office.members.queryOptions())
  const nameOf = (userId: string | null) => data?.members.find((member) => member.userId === userId)?.name ?? null
  return groupTasks(tasks, clock.today).map(({ group, tasks: found }) => (
    <section key={group} className={classes.group}>
      <h2 className={group === 'overdue' ? `${classes.heading} ${classes.overdue}` : classes.heading}>
        {GROUP_TITLES[group]} <span className={classes.count}>{found.length}</span>
      </h2>
      {found.map((task) => (
        <TaskRow
          key={task.id}
          task={task}
          view={view}
          steps={steps}
          clock={clock}
          assignee={nameOf(task.assigneeId)}
          withDay={group !== 'today' && group !== 'tomorrow'}
        />
      ))}
    </section>
  ))
}
