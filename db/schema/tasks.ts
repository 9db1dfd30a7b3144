import { day, flag, foreignKey, index, instant, json, primaryKey, table, text, whole } from '#dialect'
import type { ChecklistItem, Repeat } from '../../worker/features/tasks/rules/repeat.ts'
import { RECORD_KINDS, SOURCES } from '../../worker/kernel/words.ts'
import { archivedAt, createdAt, ofOffice, ownFields } from './columns.ts'
import { contacts } from './contacts.ts'
import { conversations } from './inbox.ts'

export const PRIORITIES = ['low', 'normal', 'high'] as const

export const tasks = table(
  'tasks',
  {
    ...ofOffice(),
    title: text('title').notNull(),
    /** The title, folded for searching. */
    titleKey: text('title_key').notNull().default(''),
    dueOn: day('due_on'),
    /** Set where it is due at a time of that day; `dueOn` is then the day in the assignee's zone. */
    dueAt: instant('due_at'),
    doneAt: instant('done_at'),
    contactId: text('contact_id'),
    conversationId: text('conversation_id'),
    assigneeId: text('assignee_id'),
    priority: text('priority', { enum: PRIORITIES }).notNull().default('normal'),
    /** The ball is with somebody else: it waits, and is looked at again when it is due. */
    isWaiting: flag('is_waiting').notNull().default(false),
    snoozedUntil: instant('snoozed_until'),
    repeat: json<Repeat>('repeat'),
    /** The first task of a row of repeated ones. */
    seriesId: text('series_id'),
    checklist: json<ChecklistItem[]>('checklist').notNull().default([]),
    remindAt: instant('remind_at'),
    remindedAt: instant('reminded_at'),
    fields: ownFields(),
    source: text('source', { enum: SOURCES }).notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.contactId], foreignColumns: [contacts.officeId, contacts.id] }),
    foreignKey({
      columns: [t.officeId, t.conversationId],
      foreignColumns: [conversations.officeId, conversations.id],
    }),
    index('tasks_list').on(t.officeId, t.doneAt, t.dueOn, t.id),
    index('tasks_contact').on(t.officeId, t.contactId),
    index('tasks_conversation').on(t.officeId, t.conversationId),
    index('tasks_reminder').on(t.remindAt),
  ],
)

/** What else a task is about, besides its contact and conversation. */
export const taskLinks = table(
  'task_links',
  {
    officeId: ofOffice().officeId,
    taskId: text('task_id').notNull(),
    record: text('record', { enum: RECORD_KINDS }).notNull(),
    recordId: text('record_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.taskId, t.record, t.recordId] }),
    foreignKey({ columns: [t.officeId, t.taskId], foreignColumns: [tasks.officeId, tasks.id] }),
    index('task_links_record').on(t.officeId, t.record, t.recordId),
  ],
)

export type Task = typeof tasks.$inferSelect
export type NewTask = typeof tasks.$inferInsert
