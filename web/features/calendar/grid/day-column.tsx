import { memo, useMemo } from 'react'
import { DAY_MINUTES, drawn, stretchOn } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { lanesOf } from '../../../../worker/features/appointments/rules/calendar/lanes.ts'
import { closedOn } from '../../../../worker/features/appointments/rules/calendar/open-times.ts'
import type { StaffRules } from '../../../../worker/features/appointments/rules/policy.ts'
import type { Outside, Timed } from '../types.ts'
import type { OfficeDiary } from '../use-office-diary.ts'
import { AppointmentBlock } from './appointment-block.tsx'
import { belongs, type Column } from './columns.ts'
import type { DragStore } from './drag-store.ts'
import { Ghost } from './ghost.tsx'
import classes from './grid.module.css'
import { NowLine } from './now-line.tsx'
import { OutsideTimes } from './outside-times.tsx'
import type { useKeyboardMove } from './use-keyboard-move.ts'

export type ColumnFace = {
  column: Column
  appointments: readonly Timed[]
  busyOutside: Outside['busy']
  diary: OfficeDiary
  /** Whose hours are shaded. */
  shownStaff: readonly StaffRules[]
  /** Whether it has to be said who does it. */
  withStaff: boolean
  timeZone: string
  isToday: boolean
  store: DragStore
  mayChange: boolean
  onKey: ReturnType<typeof useKeyboardMove>
}

const percent = (minutes: number) => `${(minutes / DAY_MINUTES) * 100}%`

/** One day of everybody, or of one person or room: closed hours, appointments side by side, and the present moment. */
export const DayColumn = memo(function DayColumn(face: ColumnFace) {
  const {
    column,
    appointments,
    busyOutside,
    diary,
    shownStaff,
    withStaff,
    timeZone,
    isToday,
    store,
    mayChange,
    onKey,
  } = face
  const placed = useMemo(() => placedIn(column, appointments, timeZone), [column, appointments, timeZone])
  const staffIds = useMemo(() => shownStaff.map(({ id }) => id), [shownStaff])
  const closed = useMemo(() => closedOn(timeZone, column.date, shownStaff), [timeZone, column.date, shownStaff])
  return (
    <section className={classes.column} data-column={column.key} data-today={isToday} aria-label={column.label}>
      {closed.map(({ from, until }) => (
        <div key={from} className={classes.closed} style={{ top: percent(from), height: percent(until - from) }} />
      ))}
      <OutsideTimes {...{ column, timeZone, staffIds }} busy={busyOutside} nameOf={diary.nameOf} />
      {placed.map(({ appointment, stretch, lane }) => (
        <AppointmentBlock
          key={appointment.id}
          {...{ appointment, stretch, lane, timeZone, store, mayChange }}
          service={diary.serviceOf(appointment.serviceId)}
          staff={withStaff ? appointment.staffIds.map(diary.nameOf) : []}
          onKeyDown={(event) => onKey(event, appointment, column)}
        />
      ))}
      <Ghost store={store} column={column} timeZone={timeZone} />
      {isToday && <NowLine date={column.date} timeZone={timeZone} />}
    </section>
  )
})

function placedIn(column: Column, appointments: readonly Timed[], timeZone: string) {
  const found = appointments.flatMap((appointment) => {
    const time = { startsAt: Date.parse(appointment.startsAt), endsAt: Date.parse(appointment.endsAt) }
    const stretch = belongs(column, appointment) ? stretchOn(timeZone, column.date, time) : null
    return stretch ? [{ appointment, stretch: drawn(stretch) }] : []
  })
  const lanes = lanesOf(found.map(({ stretch }) => stretch))
  return found.map((each, n) => ({ ...each, lane: lanes[n] ?? { lane: 0, lanes: 1, span: 1 } }))
}
