import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { dayOf, shortWhen } from '../../ui/dates.ts'
import { useOffice } from '../office/use-office.ts'
import { ActionPicture } from './action-picture.tsx'
import { actionLine, useActionNames } from './action-words.ts'
import classes from './review-row.module.css'

export type ReviewSuggestion = inferRouterOutputs<AppRouter>['assistant']['review']['rows'][number]

/** In pixels; the virtual list relies on it. */
export const REVIEW_ROW_HEIGHT = 82

type Face = { row: ReviewSuggestion; chosen: boolean; now: Date; onChoose: () => void }

/** A suggestion in the list of those that wait. */
export function ReviewRow({ row, chosen, now, onChoose }: Face) {
  const { office } = useOffice()
  const names = useActionNames()
  const { kind, action, contactName, subject, createdAt } = row
  return (
    <button type="button" className={classes.row} aria-current={chosen} onClick={onChoose}>
      <ActionPicture kind={kind} />
      <div>
        <div className={classes.top}>
          <span className={classes.name}>{names[kind]}</span>
          <time className={classes.when} dateTime={createdAt}>
            {shortWhen(createdAt, now, office.timeZone)}
          </time>
        </div>
        <div className={classes.line}>{actionLine(action, dayOf(now, office.timeZone), office.timeZone)}</div>
        <div className={classes.from}>{[contactName, subject].filter(Boolean).join(' · ')}</div>
      </div>
    </button>
  )
}
