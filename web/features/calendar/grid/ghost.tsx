import { DAY_MINUTES, drawn, stretchOn } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { spanWords } from '../clock-words.ts'
import { whoseName } from '../status-words.ts'
import type { Column } from './columns.ts'
import { type DragStore, useDragIn } from './drag-store.ts'
import classes from './grid.module.css'

/** Where what is dragged would be, and what is in its way there. */
export function Ghost({ store, column, timeZone }: { store: DragStore; column: Column; timeZone: string }) {
  const drag = useDragIn(store, column.key)
  const stretch = drag && stretchOn(timeZone, column.date, drag)
  if (!drag || !stretch) return null
  const { from, until } = drawn(stretch)
  const { appointment, problem, clash } = drag
  return (
    <div
      className={classes.ghost}
      data-clash={problem === null ? 'none' : clash?.why === 'taken' ? 'taken' : 'other'}
      role="status"
      style={{ top: `${(from / DAY_MINUTES) * 100}%`, height: `${((until - from) / DAY_MINUTES) * 100}%` }}
    >
      <strong>{spanWords(drag.startsAt, drag.endsAt, timeZone)}</strong>
      <span>{problem ?? (appointment ? whoseName(appointment) : 'New appointment')}</span>
    </div>
  )
}
