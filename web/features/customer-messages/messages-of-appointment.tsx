import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import classes from './message-row.module.css'
import { MessageRow } from './message-row.tsx'

/** What was sent around an appointment, what will be, and what was left out and why. */
export function MessagesOfAppointment({ appointmentId }: { appointmentId: string }) {
  const { data, error, refetch } = useQuery(trpc.customerMessages.ofAppointment.queryOptions({ id: appointmentId }))
  if (!data && error) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows count={2} round={false} />
  if (data.length === 0) return <p className={classes.detail}>Nothing was sent, and nothing is planned.</p>
  return (
    <ul className={classes.list} aria-label="Messages of this appointment">
      {data.map((message) => (
        <MessageRow key={message.id} message={message} />
      ))}
    </ul>
  )
}
