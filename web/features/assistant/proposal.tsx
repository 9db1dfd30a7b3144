import type { Action } from '../../../worker/features/assistant/rules/actions.ts'
import { dayInWords, dayOf, longWhen } from '../../ui/dates.ts'
import { useOffice } from '../office/use-office.ts'
import { type ActionField, fieldsOf } from './action-fields.ts'
import classes from './review.module.css'

/** What would be done, field by field; what is not known is left out. */
export function Proposal({ action }: { action: Action }) {
  const { office } = useOffice()
  if (action.kind === 'mark_spam')
    return <p>The conversation would leave the inbox and stand under Spam. Nothing is deleted.</p>
  if (action.kind === 'draft_reply') return <p className={classes.draft}>{action.payload.text}</p>
  const filled = fieldsOf(action, office.timeZone).filter(({ value }) => value !== '')
  const inWords = ({ key, type, value }: ActionField) => {
    if (type === 'day') return dayInWords(value, dayOf(new Date(), office.timeZone))
    if (key === 'wantedAt' && action.kind === 'request_appointment' && action.payload.wantedAt)
      return longWhen(action.payload.wantedAt, office.timeZone)
    return value
  }
  return (
    <dl className={classes.fields}>
      {filled.map((field) => (
        <div key={field.key} className={classes.field}>
          <dt>{field.label}</dt>
          <dd>{inWords(field)}</dd>
        </div>
      ))}
    </dl>
  )
}
