import { type CalendarView, shiftedDay } from '../../../worker/features/appointments/rules/calendar/days-shown.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useChange } from '../office/use-change.ts'
import type { CalendarSearch } from './use-calendar-search.ts'

type Face = {
  view: CalendarView
  on: string
  today: string
  change: (next: CalendarSearch) => void
  onNew: () => void
}

/** The keys of the calendar. */
export function useCalendarKeys({ view, on, today, change, onNew }: Face): void {
  const allowed = useChange()
  useShortcuts({
    n: allowed(onNew),
    t: () => change({ on: today }),
    j: () => change({ on: shiftedDay(view, on, 1) }),
    k: () => change({ on: shiftedDay(view, on, -1) }),
    d: () => change({ view: 'day', on }),
    w: () => change({ view: 'week', on }),
    m: () => change({ view: 'month', on }),
    p: () => change({ view: 'people', on }),
  })
}
