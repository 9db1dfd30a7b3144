import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { dayInWords, dayOf } from '../../ui/dates.ts'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'
import { TemplateMenu } from '../task-templates/template-menu.tsx'
import { useTasks } from '../tasks/use-tasks.ts'
import { Fact, Facts } from './facts.tsx'

/** What is to be done for a contact. */
export function OpenTasks({ contactId }: { contactId: string }) {
  const { data: templates } = useQuery(trpc.taskTemplates.list.queryOptions())
  const { office, mayChange } = useOffice()
  const { data } = useTasks(contactId)
  const today = dayOf(useNow(), office.timeZone)
  const open = (data ?? []).filter(({ doneAt }) => !doneAt)
  const mayUseTemplate = mayChange && (templates ?? []).length > 0
  if (open.length === 0 && !mayUseTemplate) return null
  return (
    <Facts title="Tasks">
      {open.map(({ id, title, dueOn }) => (
        <Fact key={id} end={dueOn && dayInWords(dueOn, today)}>
          <Link to="/tasks" search={{ which: 'all', task: id }}>
            {title}
          </Link>
        </Fact>
      ))}
      <TemplateMenu contactId={contactId} />
    </Facts>
  )
}
