import { useMediaQuery } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { CalendarView } from '../../../worker/features/appointments/rules/calendar/days-shown.ts'

export type CalendarSearch = {
  view?: CalendarView | undefined
  on?: string | undefined
  /** Whose columns and appointments are shown, by their ids with commas between; all where it says nothing. */
  who?: string | undefined
  cancelled?: true | undefined
  open?: string | undefined
  new?: true | undefined
  contact?: string | undefined
  wish?: string | undefined
}

/** What the address says of the calendar, and how to say something else. */
export function useCalendarSearch() {
  const search = useSearch({ from: '/office/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const change = (next: CalendarSearch, replace = false) =>
    void navigate({ to: '/calendar', search: (before) => ({ ...before, ...next }), replace })
  const view: CalendarView = search.view ?? (isPhone ? 'day' : 'week')
  return { search, view, isPhone, change }
}
