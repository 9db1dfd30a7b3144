import { ActionIcon, Button } from '@mantine/core'
import { IconCheck, IconChecklist, IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { trpc } from '../../../api.ts'
import { Empty } from '../../../ui/empty.tsx'
import { BulkBar } from '../../views/bulk/bulk-bar.tsx'
import { useBulkSteps } from '../../views/bulk/use-bulk-steps.ts'
import { FindField, useFind } from '../../views/find-field.tsx'
import { fileOf, ListPane } from '../../views/list-pane.tsx'
import type { Selection } from '../../views/table/use-selection.ts'
import { useView } from '../../views/use-view.ts'
import { TASK_FACE } from './task-face.tsx'
import { useTaskRows } from './use-task-rows.ts'

/** All tasks as a table: the open ones first, until another view is asked for. */
export function TaskTable() {
  const { text, ...find } = useFind()
  const state = useView('task')
  const list = useTaskRows({ text, view: state.view })
  const tools = (
    <>
      <FindField label="Filter tasks" {...find} />
      <ActionIcon
        component="a"
        href={fileOf('tasks.csv', text, state)}
        download
        aria-label="These tasks as a table (CSV)"
      >
        <IconDownload size={18} />
      </ActionIcon>
    </>
  )
  return (
    <ListPane
      {...{ face: TASK_FACE, state, text, list, tools }}
      bulk={(selection) => <TaskBulk selection={selection} columns={state.columns} />}
      empty={() => (
        <Empty icon={<IconChecklist size={20} />} title="Nothing here">
          Tasks that you add, and those that the assistant finds in your mail, stand here. Take a condition away to see
          those that are done.
        </Empty>
      )}
    />
  )
}

const WRITTEN = ['dueOn', 'assigneeId', 'priority', 'isWaiting'] as const
const writtenAs = ({ id }: Column) => WRITTEN.find((each) => each === id) ?? null

function TaskBulk({ selection, columns }: { selection: Selection; columns: readonly Column[] }) {
  const { which, clear } = selection
  const { mutate, isPending } = useMutation(trpc.tasks.bulk.mutationOptions(useBulkSteps(clear)))
  return (
    <BulkBar
      many="tasks"
      {...{ selection, columns, writtenAs }}
      pending={isPending}
      onValue={(column, typed) => mutate({ ...which, change: { kind: 'value', column, typed } })}
      onDiscard={() => mutate({ ...which, change: { kind: 'discard' } })}
    >
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconCheck size={14} />}
        onClick={() => mutate({ ...which, change: { kind: 'done' } })}
      >
        Done
      </Button>
    </BulkBar>
  )
}
