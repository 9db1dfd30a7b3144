import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useState } from 'react'
import type { CalendarView } from '../../../worker/features/appointments/rules/calendar/days-shown.ts'
import { awayOn } from '../../../worker/features/appointments/rules/calendar/open-times.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { dayOf } from '../../ui/dates.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { useOffice } from '../office/use-office.ts'
import { useTaskClock } from '../tasks/use-task-clock.ts'
import { CalendarActions, CalendarHead } from './calendar-head.tsx'
import type { Start } from './form/start.ts'
import type { Column } from './grid/columns.ts'
import type { Proposal } from './grid/dragged.ts'
import grid from './grid/grid.module.css'
import { TimeGrid } from './grid/time-grid.tsx'
import { useJudge } from './grid/use-judge.ts'
import { MonthGrid } from './month/month-grid.tsx'
import { RefusedMove } from './refused-move.tsx'
import type { Timed } from './types.ts'
import { useCalendarKeys } from './use-calendar-keys.ts'
import { useCalendarSearch } from './use-calendar-search.ts'
import { isForCustomersOnly, useMove } from './use-move.ts'
import { type OfficeDiary, useOfficeDiary } from './use-office-diary.ts'
import { useShown } from './use-shown.ts'

/** Forms are loaded when they are first opened. */
const NewAppointment = lazy(async () => ({ default: (await import('./form/new-appointment.tsx')).NewAppointment }))
const Details = lazy(async () => ({ default: (await import('./details/details.tsx')).Details }))

/** Who comes when: by day, week or month, or the people and rooms of a day side by side. */
export function Calendar() {
  useTitle('Calendar')
  const { search, view, change } = useCalendarSearch()
  const { timeZone, today } = useTaskClock()
  const opened = useQuery(
    trpc.appointments.byId.queryOptions({ id: search.open ?? '' }, { enabled: Boolean(search.open) }),
  )
  // A link that names an appointment and no day leads to its day.
  const openedOn = opened.data?.startsAt ? dayOf(new Date(opened.data.startsAt), timeZone) : undefined
  const on = search.on ?? openedOn ?? today
  const [start, setStart] = useState<Start | null>(null)
  const begin = useCallback((next: Start) => setStart(next), [])
  const { mayChange } = useOffice()
  const isNew = mayChange && (start !== null || search.new === true)
  useCalendarKeys({ view, on, today, change, onNew: () => begin({}) })
  const close = () => {
    setStart(null)
    change({ new: undefined, contact: undefined, wish: undefined }, true)
  }
  return (
    <Pane title="Calendar" actions={<CalendarActions on={on} onNew={() => begin({})} />}>
      <CalendarHead {...{ view, on, today, timeZone }} />
      <Shown {...{ view, on, today, timeZone }} onStart={begin} />
      <Suspense>
        {isNew && <NewAppointment start={start ?? startOf(search)} on={on} timeZone={timeZone} onClose={close} />}
        {search.open && (
          <Details id={search.open} timeZone={timeZone} onClose={() => change({ open: undefined, on })} />
        )}
      </Suspense>
    </Pane>
  )
}

const startOf = ({ contact, wish }: { contact?: string | undefined; wish?: string | undefined }): Start => ({
  ...(contact ? { contactId: contact } : {}),
  ...(wish ? { wishId: wish } : {}),
})

type Face = { view: CalendarView; on: string; today: string; timeZone: string; onStart: (start: Start) => void }

function Shown({ view, on, today, timeZone, onStart }: Face) {
  const { mayChange } = useOffice()
  const diary = useOfficeDiary()
  const { shownStaff, days, columns, appointments, busyOutside, all, only, isReady, error, refetch } = useShown(
    diary,
    view,
    on,
    timeZone,
  )
  const { move, refused, forget } = useMove()
  const judge = useJudge(diary, all, timeZone)
  const onMove = (appointment: Timed, { startsAt, endsAt, staffIds, resourceIds }: Proposal) => {
    const isSame = startsAt === Date.parse(appointment.startsAt) && endsAt === Date.parse(appointment.endsAt)
    if (isSame && staffIds.join() === appointment.staffIds.join()) return
    const isClear = judge({ startsAt, endsAt, staffIds, resourceIds }, appointment).problem === null
    const override = isForCustomersOnly(diary.serviceOf(appointment.serviceId), isClear)
    move({ appointment, startsAt, endsAt, staffIds, override, timeZone })
  }
  const onCreate = ({ startsAt, endsAt, staffIds, resourceIds }: Proposal) =>
    onStart({ startsAt, endsAt, resourceIds, staffIds: staffIds.length > 0 || !only ? staffIds : [only] })
  if (!isReady && error) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!isReady) return <LoadingRows round={false} />
  const face = { appointments, diary, timeZone, today }
  return (
    <>
      {view === 'month' ? (
        <MonthGrid {...face} days={days} on={on} />
      ) : (
        <TimeGrid
          key={view}
          {...{ ...face, columns, busyOutside, shownStaff, mayChange, onCreate, onMove }}
          withStaff={view !== 'people' && shownStaff.length > 1}
          withDays={view === 'week'}
          away={(column) => <Away column={column} diary={diary} shown={shownStaff} />}
        />
      )}
      {refused && <RefusedMove refused={refused} nameOf={diary.nameOf} onMove={move} onClose={forget} />}
    </>
  )
}

/** Who is away on the day of a column, and why. */
function Away({ column, diary, shown }: { column: Column; diary: OfficeDiary; shown: readonly { id: string }[] }) {
  if (column.resourceId !== null) return null
  const ids = column.staffId ? [column.staffId] : shown.map(({ id }) => id)
  return awayOn(diary.hours, column.date, ids).map(({ id, userId, title }) => {
    const whose = userId === null ? 'Closed' : column.staffId ? 'Away' : `${diary.nameOf(userId).split(' ')[0]} away`
    return (
      <span key={id} className={grid.away}>
        {title ? `${whose}: ${title}` : whose}
      </span>
    )
  })
}
