import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { trpc } from '../../api.ts'
import { dayInWords, dayOf, messageWhen } from '../../ui/dates.ts'
import { inMoney } from '../../ui/money.ts'
import { useDeals } from '../deals/use-deals.ts'
import { useOffice } from '../office/use-office.ts'
import { useTasks } from '../tasks/use-tasks.ts'
import classes from './contact-facts.module.css'
import type { Contact } from './types.ts'

/** What is going on with a contact: how to reach them, with whom they live, and everything that is open. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { id, addresses, household } = contact
  return (
    <>
      <Section title="Reach">
        {addresses.map(({ id: addressId, kind, value, asTyped }) => (
          <Line key={addressId}>
            <a href={kind === 'email' ? `mailto:${value}` : `tel:${value}`}>{asTyped}</a>
          </Line>
        ))}
        {addresses.length === 0 && <Line>No address yet.</Line>}
      </Section>
      {household && (
        <Section title={household.name}>
          {household.people
            .filter((person) => person.id !== id)
            .map((person) => (
              <Line key={person.id}>
                <Link to="/contacts/$contactId" params={{ contactId: person.id }}>
                  {person.name}
                </Link>
              </Line>
            ))}
        </Section>
      )}
      <Appointments contactId={id} />
      <OpenTasks contactId={id} />
      <OpenDeals contactId={id} />
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Line({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes.line}>
      <span className={classes.words}>{children}</span>
      {end && <span className={classes.end}>{end}</span>}
    </div>
  )
}

const APPOINTMENT_STATES = { requested: 'wanted', confirmed: 'agreed' } as const

function Appointments({ contactId }: { contactId: string }) {
  const { office } = useOffice()
  const { data } = useQuery(trpc.appointments.list.queryOptions({ contactId }))
  const today = dayOf(new Date(), office.timeZone)
  const ahead = (data ?? []).flatMap((appointment) =>
    appointment.status === 'requested' || appointment.status === 'confirmed'
      ? [{ ...appointment, state: APPOINTMENT_STATES[appointment.status] }]
      : [],
  )
  if (ahead.length === 0) return null
  return (
    <Section title="Appointments">
      {ahead.map(({ id, title, startsAt, wantedOn, state }) => (
        <Line key={id} end={state}>
          {title}
          {startsAt ? `, ${messageWhen(startsAt, office.timeZone)}` : wantedOn && `, ${dayInWords(wantedOn, today)}`}
        </Line>
      ))}
    </Section>
  )
}

function OpenTasks({ contactId }: { contactId: string }) {
  const { office } = useOffice()
  const { data } = useTasks(contactId)
  const today = dayOf(new Date(), office.timeZone)
  const open = (data ?? []).filter(({ doneAt }) => !doneAt)
  if (open.length === 0) return null
  return (
    <Section title="Tasks">
      {open.map(({ id, title, dueOn }) => (
        <Line key={id} end={dueOn && dayInWords(dueOn, today)}>
          {title}
        </Line>
      ))}
    </Section>
  )
}

function OpenDeals({ contactId }: { contactId: string }) {
  const { data } = useDeals(contactId)
  const openStages = new Map(data?.stages.filter(({ kind }) => kind === 'open').map(({ id, name }) => [id, name]))
  const open = (data?.deals ?? []).filter(({ stageId }) => openStages.has(stageId))
  if (open.length === 0) return null
  return (
    <Section title="Deals">
      {open.map(({ id, title, stageId, amountMinor, currency }) => (
        <Line key={id} end={openStages.get(stageId)}>
          {title}
          {amountMinor !== null && `, ${inMoney(amountMinor, currency)}`}
        </Line>
      ))}
    </Section>
  )
}
