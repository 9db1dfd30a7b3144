import { Link } from '@tanstack/react-router'
import classes from './dashboard.module.css'
import type { Figures } from './types.ts'

const DUE_WORDS = {
  overdue: 'Overdue tasks',
  today: 'Tasks due today',
  week: 'Tasks due this week',
  later: 'Tasks for later',
  undated: 'Tasks without a day',
} as const

/** What waits for somebody. */
export function Waiting({ tasks, unattended }: Pick<Figures, 'tasks' | 'unattended'>) {
  return (
    <section className={classes.numbers} aria-label="What waits">
      <Link to="/unattended" className={classes.number} data-bad={unattended > 0}>
        <b>{unattended}</b> Nobody is on this
      </Link>
      {tasks.map(({ due, count }) => (
        <Link key={due} to="/tasks" className={classes.number} data-bad={due === 'overdue' && count > 0}>
          <b>{count}</b> {DUE_WORDS[due]}
        </Link>
      ))}
    </section>
  )
}
