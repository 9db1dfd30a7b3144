import { DAY_MINUTES, stretchOn } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { MINUTE_MS } from '../../../../worker/kernel/time.ts'
import { useNow } from '../../../ui/use-now.ts'
import classes from './grid.module.css'

/** Where the day is by now. */
export function NowLine({ date, timeZone }: { date: string; timeZone: string }) {
  const now = useNow().getTime()
  const stretch = stretchOn(timeZone, date, { startsAt: now, endsAt: now + MINUTE_MS })
  return (
    stretch && <div className={classes.now} style={{ top: `${(stretch.from / DAY_MINUTES) * 100}%` }} aria-hidden />
  )
}
