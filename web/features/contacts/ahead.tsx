import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { dayInWords, dayOf, messageWhen } from '../../ui/dates.ts'
import { useNow } from '../../ui/use-now.ts'
import classes from '../customer-messages/message-row.module.css'
import { MessagesOfAppointment } from '../customer-messages/messages-of-appointment.tsx'
import { useOffice } from '../office/use-office.ts'
import { Fact, Facts } from './facts.tsx'

const STATES = { requested: 'wanted', confirmed: 'agreed' } as const

/** The appointments of a contact that are wanted or agreed. */
export function Ahead({ contactId }: { contactId: string }) {
  const { office } = useOffice()
  const { data } = useQuery(trpc.appointments.list.queryOptions({ contactId }))
  const today = dayOf(useNow(), office.timeZone)
  const ahead = (data ?? []).flatMap(({ status, ...appointment }) =>
    status === 'requested' || status === 'confirmed' ? [{ ...appointment, state: STATES[status] }] : [],
  )
  if (ahead.length === 0) return null
  return (
    <Facts title="Appointments">
      {ahead.map(({ id, title, startsAt, wantedOn, state }) => (
        <Fact key={id} end={state}>
          {title}
          {startsAt ? `, ${messageWhen(startsAt, office.timeZone)}` : wantedOn && `, ${dayInWords(wantedOn, today)}`}
          {startsAt && <Messages id={id} />}
        </Fact>
      ))}
    </Facts>
  )
}

/** What the customer was and will be told of it, once somebody asks. */
function Messages({ id }: { id: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className={classes.detail} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Messages</summary>
      {isOpen && <MessagesOfAppointment appointmentId={id} />}
    </details>
  )
}
