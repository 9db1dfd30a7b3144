import { Link } from '@tanstack/react-router'
import { dayInWords, dayOf } from '../../ui/dates.ts'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'
import { useTasks } from '../tasks/use-tasks.ts'
import { Fact, Facts } from './facts.tsx'

/** What is to be done for a contact. */
export function OpenTasks({ contactId }: { contactId: string }) {
  const { office } = useOffice()
  const { data } = useTasks(contactId)
  const today = dayOf(useNow(), office.timeZone)
  const open = (data ?? []).filter(({ doneAt }) => !doneAt)
  if (open.length === 0) return null
  return (
    <Facts title="Tasks">
      {open.map(({ id, title, dueOn }) => (
        <Fact key={id} end={dueOn && dayInWords(dueOn, today)}>
          <Link to="/tasks" search={{ which: 'all', task: id }}>
            {title}
          </Link>
        </Fact>
      ))}
    </Facts>
  )
}
