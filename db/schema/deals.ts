import { day, foreignKey, index, primaryKey, table, text, whole } from '#dialect'
import { archivedAt, createdAt, ofOffice } from './columns.ts'
import { contacts, SOURCES } from './contacts.ts'
import { conversations } from './inbox.ts'

export const pipelines = table(
  'pipelines',
  { ...ofOffice(), name: text('name').notNull(), position: whole('position').notNull() },
  (t) => [primaryKey({ columns: [t.officeId, t.id] })],
)

export const STAGE_KINDS = ['open', 'won', 'lost'] as const

export const stages = table(
  'stages',
  {
    ...ofOffice(),
    pipelineId: text('pipeline_id').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: STAGE_KINDS }).notNull(),
    position: whole('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.pipelineId], foreignColumns: [pipelines.officeId, pipelines.id] }),
    index('stages_pipeline').on(t.officeId, t.pipelineId, t.position),
  ],
)

export const deals = table(
  'deals',
  {
    ...ofOffice(),
    title: text('title').notNull(),
    contactId: text('contact_id'),
    conversationId: text('conversation_id'),
    stageId: text('stage_id').notNull(),
    /** In the smallest unit of the currency. */
    amountMinor: whole('amount_minor'),
    currency: text('currency').notNull(),
    expectedOn: day('expected_on'),
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
    foreignKey({ columns: [t.officeId, t.stageId], foreignColumns: [stages.officeId, stages.id] }),
    index('deals_stage').on(t.officeId, t.stageId, t.createdAt, t.id),
    index('deals_contact').on(t.officeId, t.contactId),
  ],
)

export type Pipeline = typeof pipelines.$inferSelect
export type Stage = typeof stages.$inferSelect
export type Deal = typeof deals.$inferSelect
export type NewDeal = typeof deals.$inferInsert
