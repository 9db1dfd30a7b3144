import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { dayInterval } from '../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { type CalendarView, daysShown } from '../../../worker/features/appointments/rules/calendar/days-shown.ts'
import { trpc } from '../../api.ts'
import { dayColumns, peopleColumns } from './grid/columns.ts'
import { isTimed, type Timed } from './types.ts'
import { useCalendarSearch } from './use-calendar-search.ts'
import type { OfficeDiary } from './use-office-diary.ts'
import { useWho } from './use-who.ts'

const NONE: Timed[] = []

/** What a view shows: its days and columns, and the appointments of whoever is looked at. `all` is everybody's. */
export function useShown(diary: OfficeDiary, view: CalendarView, on: string, timeZone: string) {
  const { cancelled } = useCalendarSearch().search
  const { isShown, shownStaff, isEverybody } = useWho(diary)
  const days = useMemo(() => daysShown(view, on), [view, on])
  const { data, error, refetch } = useAppointments(days, timeZone)
  const all = useMemo(() => data?.filter(isTimed) ?? NONE, [data])
  const appointments = useMemo(() => {
    const wanted = ({ staffIds, resourceIds, status }: Timed) =>
      (cancelled || status !== 'cancelled') && (isEverybody || [...staffIds, ...resourceIds].some(isShown))
    return all.filter(wanted)
  }, [all, isShown, isEverybody, cancelled])
  const columns = useMemo(
    () => (view === 'people' ? peopleColumns(on, diary, isShown) : dayColumns(days)),
    [view, on, days, diary, isShown],
  )
  /** Whose a new one is, where only one person is looked at. */
  const only = shownStaff.length === 1 && !isEverybody ? shownStaff[0]?.id : undefined
  return { shownStaff, days, columns, appointments, all, only, isReady: data !== undefined, error, refetch }
}

/** All that the days hold; what is there stays until the next has come. */
function useAppointments(days: readonly string[], timeZone: string) {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const from = new Date(dayInterval(timeZone, first).startsAt).toISOString()
  const to = new Date(dayInterval(timeZone, last).endsAt).toISOString()
  return useQuery(trpc.appointments.calendar.queryOptions({ from, to }, { placeholderData: keepPreviousData }))
}
