import { TIMELINE_PARTS, type TimelinePart } from '../../../worker/features/contacts/rules/timeline-parts.ts'
import classes from './timeline-filter.module.css'

const NAMES: Record<TimelinePart, string> = {
  messages: 'Messages',
  notes: 'Notes',
  tasks: 'Tasks',
  deals: 'Deals',
  appointments: 'Appointments',
  files: 'Files',
  changes: 'Changes',
}

type Face = { parts: TimelinePart[]; onNarrow: (parts: TimelinePart[]) => void }

/** Which parts of the timeline are looked at: any of them together, or all of it. */
export function TimelineFilter({ parts, onNarrow }: Face) {
  const toggled = (part: TimelinePart) =>
    TIMELINE_PARTS.filter((each) => (each === part ? !parts.includes(part) : parts.includes(each)))
  return (
    <fieldset className={classes.filter} aria-label="What the timeline shows">
      <button type="button" className={classes.chip} aria-pressed={parts.length === 0} onClick={() => onNarrow([])}>
        All
      </button>
      {TIMELINE_PARTS.map((part) => (
        <button
          key={part}
          type="button"
          className={classes.chip}
          aria-pressed={parts.includes(part)}
          onClick={() => onNarrow(toggled(part))}
        >
          {NAMES[part]}
        </button>
      ))}
    </fieldset>
  )
}
