import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { dayInterval } from '../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { type CalendarView, daysShown } from '../../../worker/features/appointments/rules/calendar/days-shown.ts'
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
import { type Column, dayColumns, peopleColumns } from './grid/columns.ts'
import type { Proposal } from './grid/dragged.ts'
import grid from './grid/grid.module.css'
import { TimeGrid } from './grid/time-grid.tsx'
import { useJudge } from './grid/use-judge.ts'
import { MonthGrid } from './month/month-grid.tsx'
import { RefusedMove } from './refused-move.tsx'
import { isTimed, type Timed } from './types.ts'
import { useCalendarKeys } from './use-calendar-keys.ts'
import { useCalendarSearch } from './use-calendar-search.ts'
import { isForCustomersOnly, useMove } from './use-move.ts'
import { useOfficeDiary } from './use-office-diary.ts'
import { useWho } from './use-who.ts'

/** Forms are loaded when they are first opened. */
const NewAppointment = lazy(async () => ({ default: (await import('./form/new-appointment.tsx')).NewAppointment }))
const Details = lazy(async () => ({ default: (await import('./details/details.tsx')).Details }))

const NONE: Timed[] = []

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
  const { search } = useCalendarSearch()
  const { mayChange } = useOffice()
  const diary = useOfficeDiary()
  const { isShown, shownStaff, isEverybody } = useWho(diary)
  const days = useMemo(() => daysShown(view, on), [view, on])
  const { data, error, refetch } = useAppointments(days, timeZone)
  const all = useMemo(() => data?.filter(isTimed) ?? NONE, [data])
  const appointments = useMemo(() => {
    const wanted = ({ staffIds, resourceIds, status }: Timed) =>
      (search.cancelled || status !== 'cancelled') &&
      (isEverybody || [...staffIds, ...resourceIds].some((id) => isShown(id)))
    return all.filter(wanted)
  }, [all, isShown, isEverybody, search.cancelled])
  const columns = useMemo(
    () => (view === 'people' ? peopleColumns(on, diary, isShown) : dayColumns(days)),
    [view, on, days, diary, isShown],
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
  const only = shownStaff.length === 1 && !isEverybody ? shownStaff[0] : undefined
  const onCreate = ({ startsAt, endsAt, staffIds, resourceIds }: Proposal) =>
    onStart({ startsAt, endsAt, resourceIds, staffIds: staffIds.length > 0 || !only ? staffIds : [only.id] })
  if (!data)
    return error ? (
      <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <LoadingRows round={false} />
    )
  return (
    <>
      {view === 'month' ? (
        <MonthGrid {...{ days, on, today, appointments, diary, timeZone }} />
      ) : (
        <TimeGrid
          key={view}
          {...{ columns, appointments, diary, shownStaff, timeZone, today, mayChange, onCreate, onMove }}
          withStaff={view !== 'people' && shownStaff.length > 1}
          withDays={view === 'week'}
          away={(column) => (
            <Away
              column={column}
              diary={diary}
              ids={column.staffId ? [column.staffId] : shownStaff.map(({ id }) => id)}
            />
          )}
        />
      )}
      {refused && <RefusedMove refused={refused} nameOf={diary.nameOf} onMove={move} onClose={forget} />}
    </>
  )
}

/** All that the days hold; what is there stays until the next has come. */
function useAppointments(days: readonly string[], timeZone: string) {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const from = new Date(dayInterval(timeZone, first).startsAt).toISOString()
  const to = new Date(dayInterval(timeZone, last).endsAt).toISOString()
  return useQuery(trpc.appointments.calendar.queryOptions({ from, to }, { placeholderData: keepPreviousData }))
}

/** Who is away on the day of a column, and why. */
function Away({ column, diary, ids }: { column: Column; diary: ReturnType<typeof useOfficeDiary>; ids: string[] }) {
  if (column.resourceId !== null) return null
  return awayOn(diary.hours, column.date, ids).map(({ id, userId, title }) => {
    const whose = userId === null ? 'Closed' : column.staffId ? 'Away' : `${diary.nameOf(userId).split(' ')[0]} away`
    return (
      <span key={id} className={grid.away}>
        {title ? `${whose}: ${title}` : whose}
      </span>
    )
  })
}
