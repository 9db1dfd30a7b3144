import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { stretchOn } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { clockWords, dayOfMonth, longDay, weekdayName } from '../clock-words.ts'
import { StatusPicture } from '../grid/appointment-block.tsx'
import block from '../grid/block.module.css'
import { STATUS_WORDS, whoseName } from '../status-words.ts'
import type { Timed } from '../types.ts'
import type { OfficeDiary } from '../use-office-diary.ts'
import classes from './month.module.css'

const MOST_LINES = 4
const WEEK_DAYS = 7

/** Where not all have room, the last line says how many more there are. */
const shown = (count: number) => (count > MOST_LINES ? MOST_LINES - 1 : count)

type Face = {
  days: readonly string[]
  on: string
  today: string
  appointments: readonly Timed[]
  diary: OfficeDiary
  timeZone: string
}

/** A month: the first appointments of each day, and how many more there are. */
export function MonthGrid({ days, on, today, appointments, diary, timeZone }: Face) {
  const byDay = useMemo(() => sorted(days, appointments, timeZone), [days, appointments, timeZone])
  return (
    <div className={classes.month} data-sideways>
      {days.slice(0, WEEK_DAYS).map((date) => (
        <div key={date} className={classes.weekday} aria-hidden>
          {weekdayName(date)}
        </div>
      ))}
      {days.map((date) => {
        const lines = byDay.get(date) ?? []
        return (
          <section
            key={date}
            className={classes.day}
            aria-label={longDay(date)}
            data-other={date.slice(0, 7) !== on.slice(0, 7)}
            data-today={date === today}
          >
            <Link
              from="/calendar"
              to="/calendar"
              search={(before) => ({ ...before, view: 'day', on: date })}
              className={classes.number ?? ''}
            >
              <span aria-hidden>{dayOfMonth(date)}</span>
              <span className="only-read">{longDay(date)}</span>
              {lines.length > 0 && (
                <span className={classes.count}>
                  <span className="only-read">, appointments: </span>
                  {lines.length}
                </span>
              )}
            </Link>
            {lines.slice(0, shown(lines.length)).map((appointment) => (
              <Line key={appointment.id} {...{ appointment, diary, timeZone }} />
            ))}
            {lines.length > MOST_LINES && (
              <span className={classes.more}>{lines.length - shown(lines.length)} more</span>
            )}
          </section>
        )
      })}
    </div>
  )
}

function Line({ appointment, diary, timeZone }: { appointment: Timed; diary: OfficeDiary; timeZone: string }) {
  const { id, startsAt, status, serviceId, kind } = appointment
  const colour = kind === 'block' ? 'block' : (diary.serviceOf(serviceId)?.colour ?? 'none')
  return (
    <Link
      from="/calendar"
      to="/calendar"
      search={(before) => ({ ...before, open: id })}
      className={`${block.block} ${classes.line}`}
      data-appointment={id}
      data-colour={colour}
      data-status={status}
    >
      <StatusPicture status={status} size={12} />
      <span className={classes.time}>{clockWords(startsAt, timeZone)}</span>
      <span className={block.name}>{whoseName(appointment)}</span>
      <span className="only-read">, {STATUS_WORDS[status]}</span>
    </Link>
  )
}

function sorted(days: readonly string[], appointments: readonly Timed[], timeZone: string): Map<string, Timed[]> {
  const found = new Map<string, Timed[]>(days.map((date) => [date, []]))
  for (const appointment of appointments) {
    const time = { startsAt: Date.parse(appointment.startsAt), endsAt: Date.parse(appointment.endsAt) }
    for (const date of days) if (stretchOn(timeZone, date, time)) found.get(date)?.push(appointment)
  }
  return found
}
