import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../../worker/kernel/ids.ts'
import { contacts } from '../../schema/contacts.ts'
import type { Db } from '../../schema/index.ts'
import { tasks } from '../../schema/tasks.ts'
import { contains } from '../search.ts'
import { byChoice, byDay, byFlag, byFolded, byInstant } from './compare.ts'
import { byContact, hasContact } from './linked.ts'
import { type Source, sortBy, sortByInstant } from './source.ts'

const byTitle = sortBy(sql`${tasks.titleKey}`, true)
const dueOn = sql`${tasks.dueOn}`
/** The more urgent first. */
const urgency = sql`case when ${tasks.priority} = 'high' then 0 when ${tasks.priority} = 'normal' then 1 else 2 end`

/** Tasks as a table, the open ones and the done. */
export const taskSource: Source = {
  record: 'task',
  table: tasks,
  living: (officeId) => and(eq(tasks.officeId, officeId), isNull(tasks.archivedAt)),
  matches: (db, officeId, text) => or(contains(tasks.titleKey, text), hasContact(db, officeId, tasks.contactId, text)),
  first: byTitle,
  columns: {
    title: { where: byFolded(tasks.titleKey), sort: byTitle },
    dueOn: { where: byDay(dueOn), sort: sortBy(dueOn) },
    assigneeId: { where: byChoice(sql`${tasks.assigneeId}`) },
    priority: { where: byChoice(sql`${tasks.priority}`), sort: sortBy(urgency, true) },
    isWaiting: {
      where: byFlag(eq(tasks.isWaiting, true), isNull(tasks.isWaiting)),
      sort: sortBy(sql`case when ${eq(tasks.isWaiting, true)} then 1 else 0 end`, true),
    },
    contact: { where: byContact(tasks.contactId) },
    doneAt: { where: byInstant(tasks.doneAt), sort: sortByInstant(tasks.doneAt) },
    snoozedUntil: { where: byInstant(tasks.snoozedUntil), sort: sortByInstant(tasks.snoozedUntil) },
    createdAt: { where: byInstant(tasks.createdAt), sort: sortByInstant(tasks.createdAt, true) },
  },
}

/** What a list shows of these tasks, in no order. */
export const taskRows = (db: Db, officeId: OfficeId, ids: string[]) =>
  db
    .select({
      ...{ id: tasks.id, title: tasks.title, dueOn: tasks.dueOn, dueAt: tasks.dueAt, doneAt: tasks.doneAt },
      ...{ assigneeId: tasks.assigneeId, priority: tasks.priority, isWaiting: tasks.isWaiting },
      ...{ contactId: tasks.contactId, contactName: contacts.name, snoozedUntil: tasks.snoozedUntil },
      ...{ fields: tasks.fields, createdAt: tasks.createdAt, version: tasks.version },
    })
    .from(tasks)
    .leftJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, tasks.contactId)))
    .where(and(eq(tasks.officeId, officeId), isOneOf(tasks.id, ids)))
