import { IconCheck, IconDoorEnter, IconHelpCircle, IconLock, IconUserX, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { DAY_MINUTES, type Stretch } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import type { Lane } from '../../../../worker/features/appointments/rules/calendar/lanes.ts'
import { initialsOf } from '../../../ui/initials.ts'
import { clockWords } from '../clock-words.ts'
import { mayMove, STATUS_WORDS, whoseName } from '../status-words.ts'
import type { Service, Status, Timed } from '../types.ts'
import classes from './block.module.css'
import { type DragStore, useIsDragged } from './drag-store.ts'

/** A picture for each state that is not simply agreed, so that none is told by its colour alone. */
export function StatusPicture({ status, size = 13 }: { status: Status; size?: number }) {
  const face = { size, stroke: 2, 'aria-hidden': true, className: classes.picture ?? '' }
  if (status === 'requested') return <IconHelpCircle {...face} />
  if (status === 'arrived') return <IconDoorEnter {...face} />
  if (status === 'done') return <IconCheck {...face} />
  if (status === 'no_show') return <IconUserX {...face} />
  return status === 'cancelled' ? <IconX {...face} /> : null
}

type Face = {
  appointment: Timed
  stretch: Stretch
  lane: Lane
  service: Service | null
  /** Who does it, where more than one person's appointments are shown. */
  staff: readonly string[]
  timeZone: string
  store: DragStore
  mayChange: boolean
  onKeyDown: (event: KeyboardEvent) => void
}

/** The height in minutes from which on a second line has room. */
const TWO_LINES = 40

/** One appointment in its column. Enter opens it; Alt and the arrows move it. */
export function AppointmentBlock({
  appointment,
  stretch,
  lane,
  service,
  staff,
  timeZone,
  store,
  mayChange,
  onKeyDown,
}: Face) {
  const isDragged = useIsDragged(store, appointment.id)
  const { id, status, kind } = appointment
  const isFixed = !mayChange || !mayMove(appointment)
  return (
    <Link
      from="/calendar"
      to="/calendar"
      search={(before) => ({ ...before, open: id })}
      className={classes.block ?? ''}
      draggable={false}
      data-appointment={id}
      data-fixed={isFixed}
      data-status={status}
      data-kind={kind}
      data-colour={kind === 'block' ? 'block' : (service?.colour ?? 'none')}
      data-dragged={isDragged}
      data-tall={stretch.until - stretch.from >= TWO_LINES}
      aria-keyshortcuts={isFixed ? undefined : 'Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight'}
      onKeyDown={onKeyDown}
      style={{
        top: `${(stretch.from / DAY_MINUTES) * 100}%`,
        height: `${((stretch.until - stretch.from) / DAY_MINUTES) * 100}%`,
        left: `${(lane.lane / lane.lanes) * 100}%`,
        width: `${(lane.span / lane.lanes) * 100}%`,
      }}
    >
      <BlockWords {...{ appointment, service, staff, timeZone }} />
      {!isFixed && <span data-resize className={classes.edge} />}
    </Link>
  )
}

type Words = Pick<Face, 'appointment' | 'service' | 'staff' | 'timeZone'>

/** Who, when, what and with whom; what is only seen as a colour or a place is said as well. */
function BlockWords({ appointment, service, staff, timeZone }: Words) {
  const { startsAt, endsAt, status, kind, title } = appointment
  const name = whoseName(appointment)
  const what = service?.name ?? (title === name ? '' : title)
  const more = [kind === 'block' ? 'blocked' : STATUS_WORDS[status], staff.join(', ')].filter(Boolean).join(', ')
  return (
    <span className={classes.inner}>
      <span className={classes.name}>
        {kind === 'block' ? (
          <IconLock size={12} aria-hidden className={classes.picture} />
        ) : (
          <StatusPicture status={status} />
        )}
        <span className={classes.text}>{name}</span>
      </span>
      <span className={classes.detail}>
        <span className="only-read">, </span>
        {clockWords(startsAt, timeZone)}
        <span className="only-read"> to {clockWords(endsAt, timeZone)}</span>
        {what && what !== name && <span className={classes.what}> · {what}</span>}
        <span className="only-read">, {more}</span>
      </span>
      {staff.length > 0 && (
        <span className={classes.staff} aria-hidden>
          {staff.map(initialsOf).join(' ')}
        </span>
      )}
    </span>
  )
}
