import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { dayInWords, dayOf, messageWhen } from '../../ui/dates.ts'
import { useNow } from '../../ui/use-now.ts'
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
        </Fact>
      ))}
    </Facts>
  )
}
