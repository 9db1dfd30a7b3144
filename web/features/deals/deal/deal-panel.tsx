import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { WhereFrom } from '../../contacts/where-from.tsx'
import { OwnValues } from '../../fields/own-values.tsx'
import { useChangeRecord } from '../../fields/use-change.ts'
import { Files } from '../../files/files.tsx'
import { useOffice } from '../../office/use-office.ts'
import { TemplateMenu } from '../../task-templates/template-menu.tsx'
import { QuickAdd } from '../../tasks/quick-add.tsx'
import { TaskRow } from '../../tasks/task-row.tsx'
import { useTaskClock } from '../../tasks/use-task-clock.ts'
import { useTaskSteps, useTasksOfDeal } from '../../tasks/use-tasks.ts'
import { useDiscard } from '../../trash/use-discard.ts'
import { DealForm } from './deal-form.tsx'
import classes from './deal-panel.module.css'
import { DealStage } from './deal-stage.tsx'
import { StayList } from './stay-list.tsx'
import type { Deal } from './types.ts'

/** Everything of one deal: its stage, its fields, what is to be done, and where it has been. */
export function DealPanel({ deal, onGone }: { deal: Deal; onGone: () => void }) {
  const { mayChange } = useOffice()
  const { discard } = useDiscard(onGone)
  const { id, title, contactId, contactName, conversationId } = deal
  return (
    <div className={classes.panel}>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.links}>
        <WhereFrom {...{ contactId, contactName, conversationId }} />
      </div>
      <DealStage deal={deal} />
      <DealForm deal={deal} />
      <DealValues deal={deal} />
      <DealTasks dealId={id} contactId={contactId} />
      <Files record="deal" recordId={id} />
      <StayList deal={deal} />
      {mayChange && (
        <Button
          className={classes.delete ?? ''}
          size="xs"
          variant="default"
          leftSection={<IconTrash size={15} />}
          onClick={() => discard({ record: 'deal', id })}
        >
          Delete
        </Button>
      )}
    </div>
  )
}

/** The office's own fields; nothing where it has none. */
function DealValues({ deal: { id, fields } }: { deal: Deal }) {
  const { data } = useQuery(trpc.fields.list.queryOptions({ record: 'deal' }))
  const save = useChangeRecord('deal', id)
  if (!data || data.length === 0) return null
  return (
    <section className={classes.part} aria-label="Own fields of the deal">
      <OwnValues record="deal" fields={fields} save={save} />
    </section>
  )
}

function DealTasks({ dealId, contactId }: { dealId: string; contactId: string | null }) {
  const { mayChange } = useOffice()
  const clock = useTaskClock()
  const { data: tasks } = useTasksOfDeal(dealId)
  const { data: members } = useQuery(trpc.office.members.queryOptions())
  const steps = useTaskSteps()
  const nameOf = (id: string | null) => members?.members.find(({ userId }) => userId === id)?.name ?? null
  return (
    <section className={classes.part} aria-label="Tasks of the deal">
      <h3>Tasks</h3>
      {mayChange && <QuickAdd today={clock.today} dealId={dealId} contactId={contactId} />}
      <TemplateMenu contactId={contactId} dealId={dealId} />
      {tasks?.map((task) => (
        <TaskRow key={task.id} {...{ task, steps, clock }} view="all" assignee={nameOf(task.assigneeId)} withDay />
      ))}
      {tasks?.length === 0 && <p className={classes.none}>Nothing is planned for this deal.</p>}
    </section>
  )
}
