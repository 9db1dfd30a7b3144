import { Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { longWhen, shortWhen } from '../../ui/dates.ts'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'
import { useWords } from '../office/use-words.ts'
import { ActivityPicture } from './activity-picture.tsx'
import { activityWords } from './activity-words.ts'
import { birthdayWords } from './details/birthday-words.ts'
import classes from './timeline.module.css'
import { TimelineWho } from './timeline-who.tsx'
import type { Activity } from './types.ts'

/** One line: what happened, to what, who did it and why, and when. */
export function TimelineEntry({ activity }: { activity: Activity }) {
  const { kind, at } = activity
  const { office } = useOffice()
  const now = useNow()
  const words = useWords()
  return (
    <li className={classes.entry}>
      <span className={classes.picture}>
        <ActivityPicture kind={kind} />
      </span>
      <div className={classes.words}>
        {activityWords(kind, words)} <EntryTitle activity={activity} />
        <Changes changes={activity.changes} />
        <TimelineWho activity={activity} />
      </div>
      <Tooltip label={longWhen(at, office.timeZone)}>
        <time className={classes.when} dateTime={at}>
          {shortWhen(at, now, office.timeZone)}
        </time>
      </Tooltip>
    </li>
  )
}

/** A value as it is read: a day in the reader's own order, and what is not there by name. */
const inWords = (value: string | null) =>
  value === null ? 'empty' : /^(\d{4}|-)-\d{2}-\d{2}$/.test(value) ? birthdayWords(value) : value

/** Edits of several values are folded, so that a long day with one record stays one screen. */
function Changes({ changes }: Pick<Activity, 'changes'>) {
  const lines = changes.map(({ field, before, after }) => (
    <div key={field} className={classes.by}>
      {field}: {inWords(before)} → {inWords(after)}
    </div>
  ))
  if (lines.length < 2) return lines
  return (
    <details className={classes.by}>
      <summary>{lines.length} changes</summary>
      {lines}
    </details>
  )
}

/** What the line tells of, and the way there. */
function EntryTitle({ activity: { kind, title, conversationId, entityId } }: { activity: Activity }) {
  const face = { className: classes.title ?? '' }
  if (conversationId)
    return (
      <Link {...face} to="/inbox/$conversationId" params={{ conversationId }}>
        {title}
      </Link>
    )
  if (kind.startsWith('appointment_'))
    return (
      <Link {...face} to="/calendar" search={{ open: entityId }}>
        {title}
      </Link>
    )
  if (kind.startsWith('deal_'))
    return (
      <Link {...face} to="/deals/$dealId" params={{ dealId: entityId }}>
        {title}
      </Link>
    )
  if (kind.startsWith('task_'))
    return (
      <Link {...face} to="/tasks" search={{ which: 'all', task: entityId }}>
        {title}
      </Link>
    )
  return <span {...face}>{title}</span>
}
