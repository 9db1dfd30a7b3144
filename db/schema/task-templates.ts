import { index, json, primaryKey, table, text, whole } from '#dialect'
import { createdAt, ofOffice } from './columns.ts'
import { PRIORITIES } from './tasks.ts'

/** A task as it is made again and again: its words, how many days after today it is due, and its checklist. */
export const taskTemplates = table(
  'task_templates',
  {
    ...ofOffice(),
    title: text('title').notNull(),
    /** Null: without a day. */
    daysAfter: whole('days_after'),
    priority: text('priority', { enum: PRIORITIES }).notNull(),
    checklist: json<string[]>('checklist').notNull(),
    position: whole('position').notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), index('task_templates_position').on(t.officeId, t.position)],
)

export type TaskTemplate = typeof taskTemplates.$inferSelect
