import type { z } from 'zod'
import { linksOfTask } from '../../../db/queries/tasks.ts'
import type { Task } from '../../../db/schema/tasks.ts'
import { type Columns, columnsOf } from '../../kernel/columns.ts'
import { searchKey } from '../../kernel/text.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { knownConversation } from '../inbox/read-conversation.ts'
import { knownAssignee, zoneOf } from './assignee.ts'
import { type EditNeeds, editTask, seenTask } from './edit-task.ts'
import type { ChangeTask, TaskStep } from './input.ts'
import { planAssigned } from './plan-assigned.ts'
import { dueAfter, repeatAfter } from './rules/due-fields.ts'
import { knownLinks, type Link, withoutDoubles } from './task-links.ts'

type Input = z.infer<typeof ChangeTask>

/** Changes what of a task was named; the rest stays. One step, that can be taken back as a whole. */
export async function changeTask(needs: EditNeeds, input: Input): Promise<z.infer<typeof TaskStep>> {
  const task = await seenTask(needs, input.id, input.version)
  await insistOnOurs(needs, task, input)
  const assigneeId = input.assigneeId === undefined ? task.assigneeId : input.assigneeId
  const { id, title = task.title } = input
  const version = task.version + 1
  return editTask(needs, task, {
    title: `Changed “${title}”`,
    columns: columnsAfter(task, input, await zoneOf(needs, assigneeId)),
    rows: input.links ? await linkChanges(needs, id, withoutDoubles(input.links)) : [],
    ...(assigneeId === task.assigneeId ? {} : { along: planAssigned(needs, { id, title, assigneeId, version }) }),
  })
}

/** What the task is given must be of this office; what it had before may be gone meanwhile. */
async function insistOnOurs(needs: EditNeeds, task: Task, input: Input): Promise<void> {
  const { contactId, conversationId, assigneeId, links = [] } = input
  await Promise.all([
    contactId && contactId !== task.contactId && knownContact(needs, contactId),
    conversationId && conversationId !== task.conversationId && knownConversation(needs, conversationId),
    assigneeId && assigneeId !== task.assigneeId && knownAssignee(needs, assigneeId),
    knownLinks(needs, links),
  ])
}

/** The columns of a task after a change: what a day, a time and another clock do to each other stands here alone. */
export function columnsAfter(task: Task, input: Input, timeZone: string): Columns {
  const { id: _, version: _version, links: _links, dueOn: _dueOn, dueAt: _dueAt, ...fields } = input
  const due = dueAfter(task, input, timeZone)
  const repeat = input.repeat === undefined ? task.repeat : input.repeat
  const remindsAnew = input.remindAt !== undefined && input.remindAt?.getTime() !== task.remindAt?.getTime()
  return columnsOf({
    ...fields,
    ...due,
    ...(fields.title === undefined ? {} : { titleKey: searchKey(fields.title) }),
    repeat: repeatAfter(repeat, due.dueOn !== task.dueOn),
    ...(remindsAnew ? { remindedAt: null } : {}),
  })
}

async function linkChanges({ db, officeId }: EditNeeds, taskId: string, links: Link[]): Promise<RowChange[]> {
  const had = await linksOfTask(db, officeId, taskId)
  const isIn = (some: Link[], { record, recordId }: Link) =>
    some.some((each) => each.record === record && each.recordId === recordId)
  const row = (link: Link) => ({ officeId, taskId, ...link })
  return [
    ...had
      .filter((link) => !isIn(links, link))
      .map((link) => ({ table: 'taskLinks' as const, before: row(link), after: null })),
    ...links
      .filter((link) => !isIn(had, link))
      .map((link) => ({ table: 'taskLinks' as const, before: null, after: row(link) })),
  ]
}
