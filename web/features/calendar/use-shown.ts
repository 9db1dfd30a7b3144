import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { dayInterval } from '../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { type CalendarView, daysShown } from '../../../worker/features/appointments/rules/calendar/days-shown.ts'
import { trpc } from '../../api.ts'
import { dayColumns, peopleColumns } from './grid/columns.ts'
import { isTimed, type Outside, type Timed } from './types.ts'
import { useCalendarSearch } from './use-calendar-search.ts'
import type { OfficeDiary } from './use-office-diary.ts'
import { useWho } from './use-who.ts'

const NONE: Timed[] = []
const NOT_BUSY: Outside['busy'] = []

/** What a view shows: its days and columns, and the appointments of whoever is looked at. `all` is everybody's. */
export function useShown(diary: OfficeDiary, view: CalendarView, on: string, timeZone: string) {
  const { cancelled } = useCalendarSearch().search
  const { isShown, shownStaff, isEverybody } = useWho(diary)
  const days = useMemo(() => daysShown(view, on), [view, on])
  const { data, error, refetch } = useAppointments(days, timeZone)
  const busyOutside = useBusyOutside(days, timeZone)
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
  return {
    shownStaff,
    days,
    columns,
    appointments,
    busyOutside,
    all,
    only,
    isReady: data !== undefined,
    error,
    refetch,
  }
}

/** All that the days hold; what is there stays until the next has come. */
function useAppointments(days: readonly string[], timeZone: string) {
  const asked = rangeOf(days, timeZone)
  return useQuery(trpc.appointments.calendar.queryOptions(asked, { placeholderData: keepPreviousData }))
}

/** When members are busy by their other calendars. A calendar without this is better than none. */
function useBusyOutside(days: readonly string[], timeZone: string): Outside['busy'] {
  const asked = rangeOf(days, timeZone)
  const { data } = useQuery(trpc.appointments.outsideBusy.queryOptions(asked, { placeholderData: keepPreviousData }))
  return data?.busy ?? NOT_BUSY
}

function rangeOf(days: readonly string[], timeZone: string) {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const from = new Date(dayInterval(timeZone, first).startsAt).toISOString()
  return { from, to: new Date(dayInterval(timeZone, last).endsAt).toISOString() }
}
