import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPlus, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import {
  type CalendarView,
  daysShown,
  shiftedDay,
} from '../../../worker/features/appointments/rules/calendar/days-shown.ts'
import { ActionIconLink } from '../../ui/links.tsx'
import links from '../../ui/view-links.module.css'
import { useOffice } from '../office/use-office.ts'
import classes from './calendar-head.module.css'
import { longDay, monthName, shortDay } from './clock-words.ts'
import { PeopleFilter } from './people-filter.tsx'
import { useCalendarSearch } from './use-calendar-search.ts'
import { Wishes } from './wishes.tsx'

const VIEWS = [
  { view: 'day', label: 'Day' },
  { view: 'week', label: 'Week' },
  { view: 'month', label: 'Month' },
  { view: 'people', label: 'People' },
] as const

/** What one can do beside looking. */
export function CalendarActions({ on, onNew }: { on: string; onNew: () => void }) {
  const { mayChange } = useOffice()
  const { isPhone } = useCalendarSearch()
  return (
    <>
      <Wishes />
      <ActionIconLink to="/calendar/sheet" search={{ on }} aria-label="Day sheet to print">
        <IconPrinter size={18} />
      </ActionIconLink>
      {mayChange &&
        (isPhone ? (
          <ActionIcon variant="filled" color="spruce" aria-label="New appointment" onClick={onNew}>
            <IconPlus size={18} />
          </ActionIcon>
        ) : (
          <Button size="xs" leftSection={<IconPlus size={15} />} onClick={onNew}>
            New appointment
          </Button>
        ))}
    </>
  )
}

type Face = { view: CalendarView; on: string; today: string; timeZone: string }

/** Where in time one looks, in which way, and at whom. */
export function CalendarHead({ view, on, today, timeZone }: Face) {
  const { office } = useOffice()
  const { change } = useCalendarSearch()
  const step = view === 'people' ? 'day' : view
  return (
    <div className={classes.head}>
      <div className={classes.steps}>
        <Button size="compact-sm" variant="default" onClick={() => change({ on: today })}>
          Today
        </Button>
        <ActionIcon aria-label={`Previous ${step}`} onClick={() => change({ on: shiftedDay(view, on, -1) })}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <ActionIcon aria-label={`Next ${step}`} onClick={() => change({ on: shiftedDay(view, on, 1) })}>
          <IconChevronRight size={18} />
        </ActionIcon>
        <h2 className={classes.when} aria-live="polite">
          {title(view, on)}
        </h2>
        {timeZone !== office.timeZone && (
          <span className={classes.zone}>Times in {timeZone.split('/').at(-1)?.replaceAll('_', ' ')}</span>
        )}
      </div>
      <div className={classes.ways}>
        <PeopleFilter />
        <nav className={links.views} aria-label="Views">
          {VIEWS.map((each) => (
            <Link
              key={each.view}
              from="/calendar"
              to="/calendar"
              search={(before) => ({ ...before, view: each.view, on })}
              aria-current={each.view === view && 'page'}
            >
              {each.label}
            </Link>
          ))}
        </nav>
      </div>
    </div>
  )
}

function title(view: CalendarView, on: string): string {
  if (view === 'month') return monthName(on)
  if (view !== 'week') return longDay(on)
  const days = daysShown('week', on)
  return `${shortDay(days[0] ?? on)} – ${shortDay(days.at(-1) ?? on)}, ${(days.at(-1) ?? on).slice(0, 4)}`
}
