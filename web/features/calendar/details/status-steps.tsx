import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { mayMark } from '../../../../worker/features/appointments/rules/next-status.ts'
import { useNow } from '../../../ui/use-now.ts'
import { mayMove } from '../status-words.ts'
import type { Appointment } from '../types.ts'
import classes from './details.module.css'
import type { Mark, Steps } from './use-steps.ts'

const MARKS: readonly { status: Mark; label: string }[] = [
  { status: 'confirmed', label: 'Confirm' },
  { status: 'arrived', label: 'Arrived' },
  { status: 'done', label: 'Done' },
  { status: 'no_show', label: 'Did not come' },
]

/** What is usually next. */
const NEXT: Partial<Record<Appointment['status'], Mark>> = {
  requested: 'confirmed',
  confirmed: 'arrived',
  arrived: 'done',
}

type Face = { appointment: Appointment; steps: Steps; onOpen: (what: 'move' | 'cancel') => void }

/** What comes next: where it stands, another time, or that it is called off. A wish is given its time. */
export function StatusSteps({ appointment, steps, onOpen }: Face) {
  const now = useNow().getTime()
  const { id, status, startsAt, deskVersion, kind } = appointment
  if (deskVersion === 0)
    return (
      <div className={classes.steps}>
        <Button renderRoot={(props) => <Link to="/calendar" search={{ new: true, wish: id }} {...props} />}>
          Find a time
        </Button>
      </div>
    )
  const known = { status, startsAt: startsAt ? Date.parse(startsAt) : now }
  const marks = kind === 'block' ? [] : MARKS.filter((mark) => mayMark(now, known, mark.status).ok)
  const labelOf = ({ status: mark, label }: (typeof MARKS)[number]) =>
    mark === 'confirmed' && status !== 'requested' ? 'Back to agreed' : label
  return (
    <div className={classes.steps}>
      {marks.map((mark) => (
        <Button
          key={mark.status}
          size="xs"
          variant={mark.status === NEXT[status] ? 'filled' : 'default'}
          aria-busy={steps.pending}
          onClick={() => steps.take({ kind: 'mark', status: mark.status })}
        >
          {labelOf(mark)}
        </Button>
      ))}
      {mayMove(appointment) && (
        <Button size="xs" variant="default" onClick={() => onOpen('move')}>
          Move
        </Button>
      )}
      {mayMove(appointment) && (
        <Button size="xs" variant="subtle" color="red" onClick={() => onOpen('cancel')}>
          {kind === 'block' ? 'Free the time' : 'Cancel it'}
        </Button>
      )}
    </div>
  )
}
