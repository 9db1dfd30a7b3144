import type { z } from 'zod'
import { templatesOf } from '../../../db/queries/task-templates.ts'
import type { TaskTemplate } from '../../../db/schema/task-templates.ts'
import { notFound } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { doStep } from '../acts/do-step.ts'
import { lineOf } from '../acts/line-of.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { knownDeal } from '../deals/known-deal.ts'
import { zoneOf } from '../tasks/assignee.ts'
import { plainDay } from '../tasks/rules/next-occurrence.ts'
import type { TaskMade, UseTemplate } from './input.ts'

type Needs = Pick<MemberCtx, 'db' | 'directory' | 'office' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>

/** A task as the template says, for a contact or a deal, due so many days after today on the member's clock. */
export async function useTemplate(
  needs: Needs,
  { id: templateId, contactId, dealId }: z.infer<typeof UseTemplate>,
): Promise<z.infer<typeof TaskMade>> {
  const { db, officeId, newId, member } = needs
  const template = (await templatesOf(db, officeId)).find((each) => each.id === templateId)
  if (!template) throw notFound('template')
  await Promise.all([contactId && knownContact(needs, contactId), dealId && knownDeal(needs, dealId)])
  const id = newId()
  const { title } = template
  const today = plainDay(needs.now(), await zoneOf(needs, member.userId))
  const dueOn = template.daysAfter === null ? null : today.add({ days: template.daysAfter }).toString()
  const line = { contactId, kind: 'task_created' as const, entityId: id, title }
  const step = await doStep(needs, { title: `Added “${title}”`, record: 'task', id, topic: 'task' }, [
    taskRow(needs, template, { id, dueOn, contactId }),
    ...(dealId
      ? [{ table: 'taskLinks' as const, before: null, after: { taskId: id, record: 'deal', recordId: dealId } }]
      : []),
    ...(contactId ? [lineOf(needs, line)] : []),
  ])
  return { id, ...step }
}

function taskRow(
  { newId, now }: Needs,
  { title, priority, checklist }: TaskTemplate,
  task: { id: string; dueOn: string | null; contactId: string | null },
): RowChange {
  const after = {
    ...{ ...task, title, titleKey: searchKey(title), priority, source: 'member', version: 1 },
    ...{ checklist: checklist.map((text) => ({ id: newId(), text, isDone: false })), createdAt: now().getTime() },
  }
  return { table: 'tasks', before: null, after }
}
