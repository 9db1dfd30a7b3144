import classes from './hours.module.css'
import { DAY_NAMES, inWords, type Stretch, WEEK_ORDER } from './week-draft.ts'

/** The hours of a week for whoever may only look at them. */
export function WeekShown({ windows }: { windows: readonly (Stretch & { day: number })[] }) {
  return (
    <ul className={classes.week} aria-label="Weekly hours">
      {WEEK_ORDER.map((day) => (
        <li key={day} className={classes.day}>
          <span className={classes.weekday}>{DAY_NAMES[day]}</span>
          <span className={classes.rows}>{inWords(windows.filter((each) => each.day === day))}</span>
        </li>
      ))}
    </ul>
  )
}
