import type { z } from 'zod'
import { contactById } from '../../../db/queries/contacts.ts'
import { countViews, tasksInView } from '../../../db/queries/task-views.ts'
import { linksOfTask, listTasks as rows, taskById } from '../../../db/queries/tasks.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import { DAY_MS } from '../../kernel/time.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { zoneOf } from './assignee.ts'
import type { ListTasks, ReadTask, TaskCounts, TaskShown, TaskWhole } from './input.ts'
import { lookingAt } from './rules/view-of.ts'
import { namedLinks } from './task-links.ts'

/** How long a task that was done stays in sight, and how many tasks are shown. */
const SHOW_DONE_MS = 7 * DAY_MS
const LIST_LIMIT = 500

type Needs = Pick<MemberCtx, 'db' | 'directory' | 'office' | 'officeId' | 'now' | 'member'>

export async function listTasks(
  needs: Needs,
  { view, contactId, dealId }: z.infer<typeof ListTasks>,
): Promise<z.infer<typeof TaskShown>[]> {
  const { db, officeId, now } = needs
  const doneSince = new Date(now().getTime() - SHOW_DONE_MS)
  const found =
    view && contactId === null && !dealId
      ? await tasksInView(db, officeId, view, await looking(needs), LIST_LIMIT)
      : await rows(db, officeId, { contactId, dealId, doneSince, limit: LIST_LIMIT })
  return found.map(({ task, contactName }) => ({ ...task, contactName }))
}

/** How many tasks stand in each of the member's views, and on which clock. */
export async function countTasks(needs: Needs): Promise<z.infer<typeof TaskCounts>> {
  const { db, directory, office, officeId, member, now } = needs
  const timeZone = await zoneOf({ directory, office, officeId }, member.userId)
  return { counts: await countViews(db, officeId, lookingAt(now(), timeZone, member.userId)), timeZone }
}

export async function readTask(
  needs: Pick<OfficeCtx, 'db' | 'officeId'>,
  { id }: z.infer<typeof ReadTask>,
): Promise<z.infer<typeof TaskWhole>> {
  const { db, officeId } = needs
  const task = await taskById(db, officeId, id)
  if (!task) throw notFound('task')
  const [contact, links] = await Promise.all([
    task.contactId ? contactById(db, officeId, task.contactId) : null,
    linksOfTask(db, officeId, id),
  ])
  return { ...task, contactName: contact?.name ?? null, links: await namedLinks(needs, links) }
}

const looking = async (needs: Needs) =>
  lookingAt(needs.now(), await zoneOf(needs, needs.member.userId), needs.member.userId)
