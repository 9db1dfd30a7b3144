import { day, foreignKey, index, instant, primaryKey, table, text, whole } from '#dialect'
import { archivedAt, createdAt, ofOffice } from './columns.ts'
import { contacts, SOURCES } from './contacts.ts'
import { conversations } from './inbox.ts'

export const tasks = table(
  'tasks',
  {
    ...ofOffice(),
    title: text('title').notNull(),
    dueOn: day('due_on'),
    doneAt: instant('done_at'),
    contactId: text('contact_id'),
    conversationId: text('conversation_id'),
    assigneeId: text('assignee_id'),
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
  ],
)

export type Task = typeof tasks.$inferSelect
export type NewTask = typeof tasks.$inferInsert
