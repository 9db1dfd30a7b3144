import { Checkbox } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { dayInWords, shortWhen } from '../../../ui/dates.ts'
import { Monogram } from '../../../ui/monogram.tsx'
import cards from '../../contacts/contact-row.module.css'
import { useOffice } from '../../office/use-office.ts'
import classes from '../../views/table/table.module.css'
import { withRow } from '../../views/table/table-row.tsx'
import { InstantCell, MemberCell, ValueCell } from '../../views/table/value-cell.tsx'
import { useTaskClock } from '../use-task-clock.ts'
import { useTaskSteps } from '../use-tasks.ts'
import { useSaveTask } from './use-save-task.ts'
import type { TableRow } from './use-task-rows.ts'

/** How tasks look in a list. */
export const TASK_FACE = withRow<TableRow>({
  record: 'task',
  nameOf: ({ title }) => title,
  lead: ({ id, title, priority }) => (
    <Link to="/tasks" search={(before) => ({ ...before, task: id })} className={classes.name}>
      <span>
        {priority === 'high' && <IconFlag size={14} aria-label="Urgent" />} {title}
      </span>
    </Link>
  ),
  cell: (row, column) => <Cell row={row} column={column} />,
  card: (row) => <Card row={row} />,
})

function Card({ row: { id, title, contactName, dueOn, dueAt, doneAt } }: { row: TableRow }) {
  const { today, timeZone } = useTaskClock()
  const time = dueAt && shortWhen(dueAt, new Date(dueAt), timeZone)
  const due = dueOn && [dayInWords(dueOn, today), time].filter(Boolean).join(', ')
  return (
    <Link to="/tasks" search={(before) => ({ ...before, task: id })} className={cards.row}>
      <Monogram name={contactName ?? title} size={34} />
      <span className={cards.name}>{title}</span>
      <span className={cards.address}>{[doneAt && 'done', due, contactName].filter(Boolean).join(' · ')}</span>
    </Link>
  )
}

type CellProps = { row: TableRow; column: Column }

function Cell({ row, column }: CellProps) {
  switch (column.id) {
    case 'contact':
      return row.contactName
    case 'doneAt':
      return <DoneCell row={row} />
    case 'snoozedUntil':
    case 'createdAt':
      return <InstantCell at={row[column.id]} near />
    default:
      return <Changeable row={row} column={column} />
  }
}

function Changeable({ row, column }: CellProps) {
  const save = useSaveTask(row)
  const { today, timeZone } = useTaskClock()
  const { title: of, dueOn, dueAt, assigneeId, priority, isWaiting } = row
  switch (column.id) {
    case 'assigneeId':
      return (
        <MemberCell
          {...{ column, of }}
          value={assigneeId}
          save={(typed, over) => save({ assigneeId: typed || null }, over)}
        />
      )
    case 'priority':
      return (
        <ValueCell
          {...{ column, of }}
          value={priority}
          save={(typed, over) => save({ priority: typed === 'high' || typed === 'low' ? typed : 'normal' }, over)}
        />
      )
    case 'isWaiting':
      return (
        <ValueCell
          {...{ column, of }}
          value={isWaiting}
          shown={isWaiting ? 'Yes' : ' '}
          save={(typed, over) => save({ isWaiting: typed === 'yes' }, over)}
        />
      )
    default: {
      const time = dueAt && shortWhen(dueAt, new Date(dueAt), timeZone)
      return (
        <ValueCell
          {...{ column, of }}
          value={dueOn}
          shown={dueOn ? [dayInWords(dueOn, today), time].filter(Boolean).join(', ') : ' '}
          save={(typed, over) => save({ dueOn: typed || null }, over)}
        />
      )
    }
  }
}

function DoneCell({ row }: { row: TableRow }) {
  const { mayChange } = useOffice()
  const { check } = useTaskSteps()
  const { now, timeZone } = useTaskClock()
  return (
    <Checkbox
      size="xs"
      radius="xl"
      disabled={!mayChange}
      checked={row.doneAt !== null}
      aria-label={`Done: ${row.title}`}
      label={row.doneAt && shortWhen(row.doneAt, now, timeZone)}
      onChange={(event) => check(row, event.currentTarget.checked)}
    />
  )
}
