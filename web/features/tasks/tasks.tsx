import { IconChecklist } from '@tabler/icons-react'
import { sentenceOf } from '../../problem.ts'
import { dayOf } from '../../ui/dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane, PaneColumn } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useTitle } from '../../ui/use-title.ts'
import { useChange } from '../office/use-change.ts'
import { useOffice } from '../office/use-office.ts'
import { NEW_TASK_ID, QuickAdd } from './quick-add.tsx'
import { TaskGroups } from './task-groups.tsx'
import { useTasks } from './use-tasks.ts'

export function Tasks() {
  useTitle('Tasks')
  useShortcuts({ n: useChange()(() => document.getElementById(NEW_TASK_ID)?.focus()) })
  const { office, mayChange } = useOffice()
  const today = dayOf(useNow(), office.timeZone)
  const { data, error, refetch } = useTasks()
  return (
    <Pane title="Tasks" count={data ? data.filter(({ doneAt }) => !doneAt).length : null}>
      <PaneColumn>
        {mayChange && <QuickAdd today={today} />}
        {data && data.length > 0 && <TaskGroups tasks={data} today={today} />}
        {data?.length === 0 && (
          <Empty icon={<IconChecklist size={20} />} title="Nothing to do">
            Tasks that you add, and those that the assistant finds in your mail, stand here by their day.
          </Empty>
        )}
        {!data && !error && <LoadingRows round={false} />}
        {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      </PaneColumn>
    </Pane>
  )
}
