import type { z } from 'zod'
import { columnsOf } from '../../kernel/columns.ts'
import { searchKey } from '../../kernel/text.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { doStep, type Step } from '../acts/do-step.ts'
import { lineOf } from '../acts/line-of.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { knownDeal } from '../deals/known-deal.ts'
import { knownConversation } from '../inbox/read-conversation.ts'
import { knownAssignee, zoneOf } from './assignee.ts'
import type { CreateTask } from './input.ts'
import { planAssigned } from './plan-assigned.ts'
import { dueAfter } from './rules/due-fields.ts'
import { knownLinks, withoutDoubles } from './task-links.ts'

type Needs = Pick<MemberCtx, 'db' | 'directory' | 'office' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>
type Input = z.infer<typeof CreateTask>

/** A task written down by a member, about a contact, a conversation or a deal, or whatever else it is linked to. */
export async function createTask(needs: Needs, input: Input): Promise<Step & { id: string }> {
  const { title, contactId, conversationId, dealId, links = [], assigneeId = null } = input
  await Promise.all([
    contactId && knownContact(needs, contactId),
    conversationId && knownConversation(needs, conversationId),
    dealId && knownDeal(needs, dealId),
    assigneeId && knownAssignee(needs, assigneeId),
    knownLinks(needs, links),
  ])
  const id = needs.newId()
  const due = input.dueAt
    ? dueAfter({ dueOn: null, dueAt: null }, { dueAt: input.dueAt }, await zoneOf(needs, assigneeId))
    : { dueOn: input.dueOn, dueAt: null }
  const told = {
    ...{ title: `Added “${title}”`, record: 'task' as const, id, topic: 'task' as const },
    along: planAssigned(needs, { id, title, assigneeId, version: 1 }),
  }
  const step = await doStep(needs, told, [
    ...rowsOf(needs, { ...input, ...due }, id),
    ...(contactId ? [lineOf(needs, { contactId, kind: 'task_created', entityId: id, title })] : []),
  ])
  return { ...step, id }
}

/** The task and what it is linked to, as rows that an undo takes away again. */
function rowsOf(needs: Needs, { dealId, links = [], ...fields }: Input, id: string): RowChange[] {
  const all = withoutDoubles([...links, ...(dealId ? [{ record: 'deal' as const, recordId: dealId }] : [])])
  const made = { id, titleKey: searchKey(fields.title), source: 'member', version: 1, createdAt: needs.now() }
  return [
    { table: 'tasks', before: null, after: columnsOf({ ...fields, ...made }) },
    ...all.map((link): RowChange => ({ table: 'taskLinks', before: null, after: { taskId: id, ...link } })),
  ]
}
