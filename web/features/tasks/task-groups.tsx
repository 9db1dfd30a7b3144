import { useOffice } from '../office/use-office.ts'
import { GROUP_TITLES, groupTasks } from './group-tasks.ts'
import { TaskRow } from './task-row.tsx'
import classes from './tasks.module.css'
import { type Task, useCheckTask } from './use-tasks.ts'

/** Tasks under the headings of their days. */
export function TaskGroups({ tasks, today }: { tasks: readonly Task[]; today: string }) {
  const { mayChange } = useOffice()
  const check = useCheckTask()
  return groupTasks(tasks, today).map(({ group, tasks: found }) => (
    <section key={group} className={classes.group}>
      <h2 className={group === 'overdue' ? `${classes.heading} ${classes.overdue}` : classes.heading}>
        {GROUP_TITLES[group]} <span className={classes.count}>{found.length}</span>
      </h2>
      {found.map((task) => (
        <TaskRow
          key={task.id}
          task={task}
          today={today}
          withDay={group !== 'today' && group !== 'tomorrow'}
          disabled={!mayChange}
          onCheck={check}
        />
      ))}
    </section>
  ))
}
