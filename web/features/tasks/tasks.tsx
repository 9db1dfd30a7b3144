import { IconChecklist } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useRef } from 'react'
import { sentenceOf } from '../../problem.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane, PaneColumn } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useTitle } from '../../ui/use-title.ts'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'
import { NEW_TASK_ID, QuickAdd } from './quick-add.tsx'
import { TaskGroups } from './task-groups.tsx'
import { type ShownView, TaskViews } from './task-views.tsx'
import classes from './tasks.module.css'
import { useTaskClock } from './use-task-clock.ts'
import { useTasks } from './use-tasks.ts'

const TaskTable = lazy(async () => ({ default: (await import('./table/task-table.tsx')).TaskTable }))
/** The form is loaded when a task is first opened. */
const TaskPanel = lazy(async () => ({ default: (await import('./task-panel.tsx')).TaskPanel }))

const NOTHING: Record<Exclude<ShownView, 'all'>, string> = {
  my_day: 'What is due today, and is yours or nobody’s, stands here.',
  overdue: 'Nothing is late.',
  upcoming: 'What is due on another day, or on none, stands here.',
  waiting: 'What waits for somebody else stands here until its day comes.',
  snoozed: 'What you put off stands here until its time comes.',
}

export function Tasks() {
  useTitle('Tasks')
  const { mayChange } = useOffice()
  const { which: view = 'my_day', task } = useSearch({ from: '/office/tasks' })
  const navigate = useNavigate()
  const { today } = useTaskClock()
  const add = useChange()(() => document.getElementById(NEW_TASK_ID)?.focus())
  useShortcuts({ n: add })
  const head = (
    <>
      <TaskViews view={view} />
      {mayChange && <QuickAdd today={today} />}
    </>
  )
  return (
    <Pane title="Tasks">
      {view === 'all' ? (
        <Suspense fallback={<LoadingRows round={false} />}>
          <div className={classes.above}>{head}</div>
          <TaskTable />
        </Suspense>
      ) : (
        <PaneColumn>
          {head}
          <TasksOfView view={view} />
        </PaneColumn>
      )}
      <Suspense>
        {task && (
          <TaskPanel
            id={task}
            onClose={() => void navigate({ to: '/tasks', search: (before) => ({ ...before, task: undefined }) })}
          />
        )}
      </Suspense>
    </Pane>
  )
}

/** The tasks of one view under the headings of their days; `j` and `k` go through them. */
function TasksOfView({ view }: { view: Exclude<ShownView, 'all'> }) {
  const { data, error, refetch } = useTasks(null, view)
  const list = useRef<HTMLDivElement>(null)
  const step = (by: number) => () => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])]
    const at = links.findIndex((link) => link.closest('[data-task]')?.contains(document.activeElement))
    links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus()
  }
  useShortcuts({ j: step(1), k: step(-1) })
  return (
    <>
      <div ref={list}>{data && data.length > 0 && <TaskGroups tasks={data} view={view} />}</div>
      {data?.length === 0 && (
        <Empty icon={<IconChecklist size={20} />} title="Nothing to do">
          {NOTHING[view]}
        </Empty>
      )}
      {!data && !error && <LoadingRows round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
    </>
  )
}
