import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import classes from '../office/settings/settings.module.css'
import own from './message-row.module.css'
import { MessageRow } from './message-row.tsx'

/** What could not be sent; where all went well there is nothing to show. */
export function TroubledMessages() {
  const { data } = useQuery(trpc.customerMessages.troubled.queryOptions())
  if (!data || data.length === 0) return null
  return (
    <div className={classes.stack}>
      <span className={classes.label}>Not delivered</span>
      <ul className={own.list} aria-label="Not delivered">
        {data.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </ul>
    </div>
  )
}
