import { day, foreignKey, index, instant, json, primaryKey, table, text, whole } from '#dialect'
import { type Actor, SOURCES } from '../../worker/kernel/words.ts'
import { archivedAt, createdAt, ofOffice, ownFields } from './columns.ts'
import { companies } from './companies.ts'
import { contacts } from './contacts.ts'
import { conversations } from './inbox.ts'

export const pipelines = table(
  'pipelines',
  { ...ofOffice(), name: text('name').notNull(), position: whole('position').notNull(), archivedAt: archivedAt() },
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
    /** How likely a deal in this stage is to be won, in per cent: what the forecast counts. */
    probability: whole('probability').notNull().default(50),
    /** After how many days in this stage a deal counts as rotting; null where it may wait. */
    rottingDays: whole('rotting_days'),
    archivedAt: archivedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.pipelineId], foreignColumns: [pipelines.officeId, pipelines.id] }),
    index('stages_pipeline').on(t.officeId, t.pipelineId, t.position),
  ],
)

export const lostReasons = table(
  'lost_reasons',
  { ...ofOffice(), label: text('label').notNull(), position: whole('position').notNull(), archivedAt: archivedAt() },
  (t) => [primaryKey({ columns: [t.officeId, t.id] })],
)

export const deals = table(
  'deals',
  {
    ...ofOffice(),
    title: text('title').notNull(),
    /** The title, folded for searching. */
    titleKey: text('title_key').notNull().default(''),
    contactId: text('contact_id'),
    conversationId: text('conversation_id'),
    companyId: text('company_id'),
    stageId: text('stage_id').notNull(),
    /** Since when it has been in this stage. */
    stageSince: instant('stage_since').notNull(),
    /** Its place in the column of its stage: compared as text, so that a move writes one row. */
    rank: text('rank').notNull(),
    ownerId: text('owner_id'),
    /** When it was won or lost. */
    closedAt: instant('closed_at'),
    lostReasonId: text('lost_reason_id'),
    /** In the smallest unit of the currency. */
    amountMinor: whole('amount_minor'),
    currency: text('currency').notNull(),
    expectedOn: day('expected_on'),
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
    foreignKey({ columns: [t.officeId, t.companyId], foreignColumns: [companies.officeId, companies.id] }),
    foreignKey({ columns: [t.officeId, t.stageId], foreignColumns: [stages.officeId, stages.id] }),
    foreignKey({ columns: [t.officeId, t.lostReasonId], foreignColumns: [lostReasons.officeId, lostReasons.id] }),
    index('deals_stage').on(t.officeId, t.stageId, t.rank, t.id),
    index('deals_created').on(t.officeId, t.createdAt, t.id),
    index('deals_contact').on(t.officeId, t.contactId),
    index('deals_company').on(t.officeId, t.companyId),
    index('deals_conversation').on(t.officeId, t.conversationId),
  ],
)

/** Every stage a deal has been in. Append-only. */
export const dealMoves = table(
  'deal_moves',
  {
    ...ofOffice(),
    dealId: text('deal_id').notNull(),
    fromStageId: text('from_stage_id'),
    toStageId: text('to_stage_id').notNull(),
    by: json<Actor>('by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.dealId], foreignColumns: [deals.officeId, deals.id] }),
    index('deal_moves_deal').on(t.officeId, t.dealId, t.at, t.id),
  ],
)

export type NewPipeline = typeof pipelines.$inferInsert
export type Stage = typeof stages.$inferSelect
export type NewStage = typeof stages.$inferInsert
export type Deal = typeof deals.$inferSelect
export type NewDeal = typeof deals.$inferInsert
export type DealMove = typeof dealMoves.$inferSelect
export type LostReason = typeof lostReasons.$inferSelect
