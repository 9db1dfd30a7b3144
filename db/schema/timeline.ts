import { foreignKey, index, instant, json, primaryKey, table, text } from '#dialect'
import type { Actor } from '../../worker/kernel/words.ts'
import { ofOffice } from './columns.ts'
import { companies } from './companies.ts'
import { contacts } from './contacts.ts'

export const ACTIVITY_KINDS = [
  'contact_created',
  'contact_updated',
  'contact_merged',
  'contact_unmerged',
  'company_created',
  'company_updated',
  'message_received',
  'message_sent',
  'note_added',
  'file_added',
  'file_renamed',
  'file_removed',
  'consent_changed',
  'relation_added',
  'tagged',
  'task_created',
  'task_done',
  'deal_created',
  'deal_updated',
  'deal_moved',
  'appointment_requested',
  'appointment_confirmed',
  'appointment_booked',
  'appointment_moved',
  'appointment_cancelled',
  'appointment_arrived',
  'appointment_done',
  'appointment_missed',
  'appointment_reopened',
  'appointment_told',
  'appointment_agreed',
  'text_received',
  'trashed',
  'restored',
  'undone',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** One field that changed, in words that can be shown: “Stage: New → Offer made”. */
export type FieldChange = { field: string; before: string | null; after: string | null }

/** The timeline of a contact or company. The title is kept, so that history outlives what it tells of. */
export const activities = table(
  'activities',
  {
    ...ofOffice(),
    contactId: text('contact_id'),
    companyId: text('company_id'),
    at: instant('at').notNull(),
    kind: text('kind', { enum: ACTIVITY_KINDS }).notNull(),
    /** What the line tells of: the message, note, task, deal, file or appointment. */
    entityId: text('entity_id').notNull(),
    title: text('title').notNull(),
    changes: json<FieldChange[]>('changes').notNull().default([]),
    by: json<Actor>('by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.contactId], foreignColumns: [contacts.officeId, contacts.id] }),
    foreignKey({ columns: [t.officeId, t.companyId], foreignColumns: [companies.officeId, companies.id] }),
    index('activities_contact').on(t.officeId, t.contactId, t.at, t.id),
    index('activities_company').on(t.officeId, t.companyId, t.at, t.id),
    index('activities_entity').on(t.officeId, t.entityId, t.at, t.id),
  ],
)

export type Activity = typeof activities.$inferSelect
export type NewActivity = typeof activities.$inferInsert
