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
import { useTaskClock } from './use-task-clock.ts'
import { useTasks } from './use-tasks.ts'

/** The form is loaded when a task is first opened. */
const TaskPanel = lazy(async () => ({ default: (await import('./task-panel.tsx')).TaskPanel }))

const NOTHING: Record<ShownView, string> = {
  my_day: 'What is due today, and is yours or nobody’s, stands here.',
  overdue: 'Nothing is late.',
  upcoming: 'What is due on another day, or on none, stands here.',
  waiting: 'What waits for somebody else stands here until its day comes.',
  snoozed: 'What you put off stands here until its time comes.',
  all: 'Tasks that you add, and those that the assistant finds in your mail, stand here by their day.',
}

export function Tasks() {
  useTitle('Tasks')
  const { mayChange } = useOffice()
  const { which: view = 'my_day', task } = useSearch({ from: '/office/tasks' })
  const navigate = useNavigate()
  const { today } = useTaskClock()
  const { data, error, refetch } = useTasks(null, view === 'all' ? null : view)
  const list = useRef<HTMLDivElement>(null)
  const step = (by: number) => () => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])]
    const at = links.findIndex((link) => link.closest('[data-task]')?.contains(document.activeElement))
    links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus()
  }
  const add = useChange()(() => document.getElementById(NEW_TASK_ID)?.focus())
  useShortcuts({ n: add, j: step(1), k: step(-1) })
  return (
    <Pane title="Tasks" count={data ? data.filter(({ doneAt }) => !doneAt).length : null}>
      <PaneColumn>
        <TaskViews view={view} />
        {mayChange && <QuickAdd today={today} />}
        <div ref={list}>{data && data.length > 0 && <TaskGroups tasks={data} view={view} />}</div>
        {data?.length === 0 && (
          <Empty icon={<IconChecklist size={20} />} title="Nothing to do">
            {NOTHING[view]}
          </Empty>
        )}
        {!data && !error && <LoadingRows round={false} />}
        {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      </PaneColumn>
      <Suspense>
        {task && <TaskPanel id={task} onClose={() => void navigate({ to: '/tasks', search: { which: view } })} />}
      </Suspense>
    </Pane>
  )
}
