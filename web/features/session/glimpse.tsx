import { IconCalendarPlus, IconCheckbox, IconUserPlus } from '@tabler/icons-react'
import { Monogram } from '../../ui/monogram.tsx'
import classes from './glimpse.module.css'

/** What Foyer does, shown instead of told. */
export function Glimpse() {
  return (
    <aside className={classes.side} aria-label="What Foyer does">
      <div className={classes.card}>
        <div className={classes.from}>
          <Monogram name="Nora Lindqvist" />
          <span className={classes.name}>Nora Lindqvist</span>
          <span className={classes.when}>just now</span>
        </div>
        <p className={classes.words}>
          Hello! <mark>Could I come in for a cut and colour on Thursday?</mark> After four would be best. You can reach
          me at <mark>+44 20 7946 0321</mark>.
        </p>
        <ul className={classes.steps}>
          <li>
            <IconUserPlus size={16} /> Nora is in your contacts
          </li>
          <li>
            <IconCalendarPlus size={16} /> Thursday after four is asked for
          </li>
          <li>
            <IconCheckbox size={16} /> Answer Nora by tomorrow
          </li>
        </ul>
      </div>
      <p className={classes.promise}>
        Every message is read, understood and put where it belongs. Nobody is left waiting.
      </p>
    </aside>
  )
}
