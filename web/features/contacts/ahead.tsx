import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { dayInWords, dayOf, messageWhen } from '../../ui/dates.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { Appointment } from '../calendar/types.ts'
import { useOffice } from '../office/use-office.ts'
import { AppointmentCounts } from './appointment-counts.tsx'
import { Fact, Facts } from './facts.tsx'

const STATES: Record<Appointment['status'], string> = {
  requested: 'wanted',
  confirmed: 'agreed',
  arrived: 'arrived',
  done: 'done',
  no_show: 'did not come',
  cancelled: 'cancelled',
}
const OPEN: readonly Appointment['status'][] = ['requested', 'confirmed', 'arrived']
const MOST_PAST = 3

/** The appointments of a contact: those that are wanted or agreed, the last ones, and how often they came. */
export function Ahead({ contactId }: { contactId: string }) {
  const { mayChange } = useOffice()
  const { data: ahead } = useQuery(trpc.appointments.list.queryOptions({ contactId }))
  const { data: past } = useQuery(trpc.appointments.list.queryOptions({ contactId, when: 'past' }))
  const open = (ahead ?? []).filter(({ status }) => OPEN.includes(status))
  const shown = new Set(open.map(({ id }) => id))
  const last = (past ?? []).filter(({ id }) => !shown.has(id)).slice(0, MOST_PAST)
  if (open.length + last.length === 0 && !mayChange) return null
  return (
    <Facts title="Appointments">
      {[...open, ...last].map((appointment) => (
        <Line key={appointment.id} appointment={appointment} />
      ))}
      <AppointmentCounts contactId={contactId} />
      {mayChange && (
        <ButtonLink
          to="/calendar"
          search={{ new: true, contact: contactId }}
          size="compact-xs"
          variant="default"
          mt={6}
        >
          Book an appointment
        </ButtonLink>
      )}
    </Facts>
  )
}

function Line({ appointment: { id, title, startsAt, wantedOn, status } }: { appointment: Appointment }) {
  const { office } = useOffice()
  const today = dayOf(useNow(), office.timeZone)
  const when = startsAt ? messageWhen(startsAt, office.timeZone) : wantedOn && dayInWords(wantedOn, today)
  return (
    <Fact end={STATES[status]}>
      <Link to="/calendar" search={{ open: id }}>
        {title}
        {when && `, ${when}`}
      </Link>
    </Fact>
  )
}
