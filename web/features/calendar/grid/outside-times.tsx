import { useMemo } from 'react'
import { DAY_MINUTES, drawn, stretchOn } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import type { Outside } from '../types.ts'
import type { Column } from './columns.ts'
import classes from './grid.module.css'

type Face = {
  column: Column
  busy: Outside['busy']
  staffIds: readonly string[]
  timeZone: string
  nameOf: (id: string) => string
}

/** When the people of a column are busy by their other calendars: nothing can be booked there, and nothing else is known. */
export function OutsideTimes({ column, busy, staffIds, timeZone, nameOf }: Face) {
  const shown = useMemo(() => {
    const ofColumn = column.resourceId === null ? busy.filter(({ userId }) => staffIds.includes(userId)) : []
    return ofColumn.flatMap((each) => {
      const time = { startsAt: Date.parse(each.startsAt), endsAt: Date.parse(each.endsAt) }
      const stretch = stretchOn(timeZone, column.date, time)
      return stretch ? [{ ...each, ...drawn(stretch) }] : []
    })
  }, [column, busy, staffIds, timeZone])
  return shown.map(({ userId, calendar, startsAt, from, until }) => (
    <div
      key={`${userId} ${calendar} ${startsAt}`}
      className={classes.outside}
      style={{ top: percent(from), height: percent(until - from) }}
    >
      {column.staffId === null ? `${nameOf(userId).split(' ')[0]}: ${calendar}` : calendar}
    </div>
  ))
}

const percent = (minutes: number) => `${(minutes / DAY_MINUTES) * 100}%`
