import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { trpc } from '../../../api.ts'
import { dayInWords, longWhen } from '../../../ui/dates.ts'
import { AddressLink } from '../../contacts/address-link.tsx'
import { useTaskClock } from '../../tasks/use-task-clock.ts'
import { clockWords } from '../clock-words.ts'
import type { Appointment } from '../types.ts'
import type { OfficeDiary } from '../use-office-diary.ts'
import classes from './details.module.css'

type Face = { appointment: Appointment; diary: OfficeDiary; timeZone: string }

/** Who, what, when, where, and all that was said. */
export function DetailsFacts({ appointment, diary, timeZone }: Face) {
  const { title, service: wished, serviceId, staffIds, resourceIds, note, answers, conversationId, kind } = appointment
  const service = diary.serviceOf(serviceId)
  const what = kind === 'block' ? null : (service?.name ?? wished ?? title)
  return (
    <dl className={classes.facts}>
      <Fact name="When">
        <When appointment={appointment} timeZone={timeZone} />
      </Fact>
      {what && <Fact name="What">{what}</Fact>}
      {staffIds.length > 0 && <Fact name="With">{staffIds.map(diary.nameOf).join(', ')}</Fact>}
      {resourceIds.length > 0 && <Fact name="Where">{resourceIds.map(diary.nameOf).join(', ')}</Fact>}
      <Who appointment={appointment} />
      {answers.map(({ key, label, text }) => (
        <Fact key={key} name={label}>
          {text}
        </Fact>
      ))}
      {note && (
        <Fact name="Note">
          <span className={classes.note}>{note}</span>
        </Fact>
      )}
      {conversationId && (
        <Fact name="From">
          <Link to="/inbox/$conversationId" params={{ conversationId }}>
            A message
          </Link>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function When({ appointment: { startsAt, endsAt, wantedOn }, timeZone }: Pick<Face, 'appointment' | 'timeZone'>) {
  const { today } = useTaskClock()
  if (!startsAt) return wantedOn ? `Wanted ${dayInWords(wantedOn, today)}` : 'No time yet'
  return (
    <>
      {longWhen(startsAt, timeZone)}
      {endsAt && `, until ${clockWords(endsAt, timeZone)}`}
    </>
  )
}

/** The contact with all ways to reach them; of whoever booked by themselves, what they wrote. */
function Who({ appointment: { contactId, guest } }: Pick<Face, 'appointment'>) {
  const { data } = useQuery(trpc.contacts.byId.queryOptions({ id: contactId ?? '' }, { enabled: contactId !== null }))
  if (data)
    return (
      <Fact name="Who">
        <Link to="/contacts/$contactId" params={{ contactId: data.id }}>
          {data.name}
        </Link>
        {data.addresses.map((address) => (
          <div key={address.id}>
            <AddressLink address={address} />
          </div>
        ))}
      </Fact>
    )
  if (!guest) return null
  return <Fact name="Who">{[guest.name, guest.email, guest.phone].filter(Boolean).join(', ')}</Fact>
}
