import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { CALENDAR_VIEWS } from '../../worker/features/appointments/rules/calendar/days-shown.ts'
import type { CalendarSearch } from '../features/calendar/use-calendar-search.ts'
import { office, withNew } from './office.ts'

const DATE = /^\d{4}-\d{2}-\d{2}$/
const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
/** A day that there is: what was mistyped in an address is as if it were not there. */
const dateIn = (value: unknown): string | undefined =>
  typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined

const whole = createRoute({
  getParentRoute: () => office,
  path: '/calendar',
  validateSearch: (search): CalendarSearch => ({
    ...withNew(search),
    view: CALENDAR_VIEWS.find((view) => view === search.view),
    on: dateIn(search.on),
    who: textIn(search.who),
    cancelled: search.cancelled === true ? true : undefined,
    open: textIn(search.open),
    contact: textIn(search.contact),
    wish: textIn(search.wish),
  }),
  component: lazyRouteComponent(() => import('../features/calendar/calendar.tsx'), 'Calendar'),
})

const sheet = createRoute({
  getParentRoute: () => office,
  path: '/calendar/sheet',
  validateSearch: (search): { on?: string | undefined } => ({ on: dateIn(search.on) }),
  component: lazyRouteComponent(() => import('../features/calendar/sheet/day-sheet.tsx'), 'DaySheet'),
})

/** Who comes when. */
export const calendar = [sheet, whole]
