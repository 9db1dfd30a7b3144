import { longWhen, messageWhen } from '../../ui/dates.ts'
import { useOffice } from '../office/use-office.ts'
import type { Caller } from './found.ts'
import classes from './search.module.css'

/** What one should know of whoever calls, before picking up. */
export function CallerCard({ caller }: { caller: Caller }) {
  const { office } = useOffice()
  const { household, nextAppointment, lastMessage, openTask } = caller
  const facts = [
    household && ['Household', household],
    nextAppointment && ['Next', `${nextAppointment.title}, ${longWhen(nextAppointment.startsAt, office.timeZone)}`],
    lastMessage && ['Last message', `${lastMessage.subject}, ${messageWhen(lastMessage.at, office.timeZone)}`],
    openTask && ['Open task', openTask.dueOn ? `${openTask.title}, by ${openTask.dueOn}` : openTask.title],
  ].filter((fact) => fact !== null)
  if (facts.length === 0) return <span className={classes.fact}>Nothing is open with them.</span>
  return facts.map(([name, value]) => (
    <span key={name} className={classes.fact}>
      <span className={classes.factName}>{name}</span> {value}
    </span>
  ))
}
