import { Link } from '@tanstack/react-router'
import links from '../../ui/view-links.module.css'
import classes from './tasks.module.css'
import { useTaskClock } from './use-task-clock.ts'

const VIEWS = [
  { view: 'my_day', label: 'My day' },
  { view: 'overdue', label: 'Overdue' },
  { view: 'upcoming', label: 'Upcoming' },
  { view: 'waiting', label: 'Waiting' },
  { view: 'snoozed', label: 'Snoozed' },
  { view: 'all', label: 'All tasks' },
] as const
export type ShownView = (typeof VIEWS)[number]['view']

/** The views of the tasks, each with how many stand in it. */
export function TaskViews({ view }: { view: ShownView }) {
  const { counts } = useTaskClock()
  return (
    <nav className={`${links.views} ${classes.views}`} aria-label="Views">
      {VIEWS.map((each) => {
        const count = each.view === 'all' ? 0 : (counts?.[each.view] ?? 0)
        return (
          <Link
            key={each.view}
            to="/tasks"
            search={{ which: each.view }}
            className={each.view === 'overdue' && count > 0 ? classes.pressing : undefined}
            aria-current={each.view === view && 'page'}
          >
            {each.label}
            {count > 0 && <span>{count}</span>}
          </Link>
        )
      })}
    </nav>
  )
}
