import { foreignKey, fraction, index, instant, json, primaryKey, table, text, uniqueIndex, whole } from '#dialect'
import type { Action, ActionKind } from '../../worker/features/assistant/rules/actions.ts'
import { type Entity, INTENTS } from '../../worker/features/assistant/rules/intents.ts'
import { createdAt, ofOffice } from './columns.ts'
import { conversations, messages } from './inbox.ts'

/** Words of the message that a statement rests on; positions count in the text of the message. */
export type Evidence = { quote: string; start: number; end: number }

/** What the assistant understood of one message. */
export const intakes = table(
  'intakes',
  {
    ...ofOffice(),
    messageId: text('message_id').notNull(),
    intent: text('intent', { enum: INTENTS }).notNull(),
    confidence: fraction('confidence').notNull(),
    language: text('language').notNull(),
    summary: json<({ sentence: string } & Evidence)[]>('summary').notNull(),
    entities: json<Entity[]>('entities').notNull(),
    /** Reasons to be careful, such as `injection`; any of them sends everything to review. */
    flags: json<string[]>('flags').notNull(),
    /** Who read it: the built-in analyser with its version, or a model. */
    reader: text('reader').notNull(),
    /** Why a model that was asked for did not answer; null where all went as set. */
    fellBack: text('fell_back'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.messageId], foreignColumns: [messages.officeId, messages.id] }),
    uniqueIndex('intakes_message').on(t.officeId, t.messageId),
  ],
)

type Fields = Record<string, string | null>

/**
 * What a suggestion did to one row, told so that it can be taken back. Where the row moved on since, by its version or
 * by a field that no longer holds what was put there, somebody worked with it and it is left as it is.
 */
export type Effect =
  | { change: 'created'; entity: 'contact' | 'task' | 'deal' | 'appointment' | 'draft'; id: string; version: number }
  | { change: 'linked'; contactId: string; addressId: string }
  | { change: 'archived'; entity: 'contact'; id: string }
  | { change: 'updated'; entity: 'contact' | 'conversation'; id: string; before: Fields; after: Fields }

export const SUGGESTION_STATUSES = ['waiting', 'accepted', 'rejected', 'undone'] as const
export type SuggestionStatus = (typeof SUGGESTION_STATUSES)[number]

export const suggestions = table(
  'suggestions',
  {
    ...ofOffice(),
    intakeId: text('intake_id').notNull(),
    messageId: text('message_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    kind: text('kind').notNull().$type<ActionKind>(),
    action: json<Action>('action').notNull(),
    evidence: json<Evidence[]>('evidence').notNull(),
    confidence: fraction('confidence').notNull(),
    status: text('status', { enum: SUGGESTION_STATUSES }).notNull(),
    /** Null while it waits, and when the assistant applied it by itself. */
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    effects: json<Effect[]>('effects').notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.intakeId], foreignColumns: [intakes.officeId, intakes.id] }),
    foreignKey({ columns: [t.officeId, t.messageId], foreignColumns: [messages.officeId, messages.id] }),
    foreignKey({
      columns: [t.officeId, t.conversationId],
      foreignColumns: [conversations.officeId, conversations.id],
    }),
    index('suggestions_list').on(t.officeId, t.status, t.createdAt, t.id),
    index('suggestions_conversation').on(t.officeId, t.conversationId, t.status),
  ],
)

/** What members decided: the material from which the gate and the analyser learn. Append-only. */
export const feedback = table(
  'feedback',
  {
    ...ofOffice(),
    suggestionId: text('suggestion_id').notNull(),
    decision: text('decision', { enum: ['accepted', 'edited', 'rejected', 'undone'] }).notNull(),
    proposed: json<Action>('proposed').notNull(),
    decided: json<Action>('decided').notNull(),
    intent: text('intent', { enum: INTENTS }).notNull(),
    confidence: fraction('confidence').notNull(),
    userId: text('user_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.suggestionId], foreignColumns: [suggestions.officeId, suggestions.id] }),
    index('feedback_suggestion').on(t.officeId, t.suggestionId),
  ],
)

/** One question to a paid model: what it used and what it cost, for the office's monthly limit. */
export const modelCalls = table(
  'model_calls',
  {
    ...ofOffice(),
    messageId: text('message_id').notNull(),
    model: text('model').notNull(),
    outcome: text('outcome').notNull(),
    inputTokens: whole('input_tokens').notNull(),
    cachedTokens: whole('cached_tokens').notNull(),
    outputTokens: whole('output_tokens').notNull(),
    /** In millionths of a US dollar. */
    costMicros: whole('cost_micros').notNull(),
    requestId: text('request_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.messageId], foreignColumns: [messages.officeId, messages.id] }),
    index('model_calls_month').on(t.officeId, t.createdAt),
  ],
)

export type Intake = typeof intakes.$inferSelect
export type NewIntake = typeof intakes.$inferInsert
export type Suggestion = typeof suggestions.$inferSelect
export type NewSuggestion = typeof suggestions.$inferInsert
