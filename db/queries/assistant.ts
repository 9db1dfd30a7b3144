import { and, asc, count, desc, eq, gt, gte, isNull, lt, or, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import {
  feedback,
  type Intake,
  intakes,
  modelCalls,
  type NewIntake,
  type NewSuggestion,
  type Suggestion,
  suggestions,
} from '../schema/assistant.ts'
import { contacts } from '../schema/contacts.ts'
import { conversations } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'

const isSuggestion = (officeId: OfficeId, id: string) => and(eq(suggestions.officeId, officeId), eq(suggestions.id, id))

// ── Statements, for plans ────────────────────────────────────────────────────

/** Refused by the unique index when the message was understood before. */
export const insertIntake = (db: Db, intake: NewIntake) => db.insert(intakes).values(intake)

export const insertSuggestion = (db: Db, suggestion: NewSuggestion) => db.insert(suggestions).values(suggestion)

export const decideSuggestion = (
  db: Db,
  suggestion: Pick<Suggestion, 'officeId' | 'id' | 'version'>,
  decision: Pick<Suggestion, 'status' | 'action' | 'effects' | 'decidedBy' | 'decidedAt'>,
) =>
  db
    .update(suggestions)
    .set({ ...decision, version: suggestion.version + 1 })
    .where(and(isSuggestion(suggestion.officeId, suggestion.id), eq(suggestions.version, suggestion.version)))

/** Refused by its key when another member decided the same suggestion at the same moment. */
export const insertFeedback = (db: Db, row: typeof feedback.$inferInsert) => db.insert(feedback).values(row)

// ── Questions ────────────────────────────────────────────────────────────────

export async function intakeOf(db: Db, officeId: OfficeId, messageId: string): Promise<Intake | null> {
  const [row] = await db
    .select()
    .from(intakes)
    .where(and(eq(intakes.officeId, officeId), eq(intakes.messageId, messageId)))
  return row ?? null
}

export async function intakesOf(db: Db, officeId: OfficeId, messageIds: string[]): Promise<Intake[]> {
  return db
    .select()
    .from(intakes)
    .where(and(eq(intakes.officeId, officeId), isOneOf(intakes.messageId, messageIds)))
}

export async function intakeById(db: Db, officeId: OfficeId, id: string): Promise<Intake | null> {
  const [row] = await db
    .select()
    .from(intakes)
    .where(and(eq(intakes.officeId, officeId), eq(intakes.id, id)))
  return row ?? null
}

export async function suggestionById(db: Db, officeId: OfficeId, id: string): Promise<Suggestion | null> {
  const [row] = await db.select().from(suggestions).where(isSuggestion(officeId, id))
  return row ?? null
}

export async function suggestionsIn(db: Db, officeId: OfficeId, conversationId: string): Promise<Suggestion[]> {
  return db
    .select()
    .from(suggestions)
    .where(and(eq(suggestions.officeId, officeId), eq(suggestions.conversationId, conversationId)))
    .orderBy(asc(suggestions.createdAt), asc(suggestions.id))
}

const shownWithConversation = (db: Db) =>
  db
    .select({
      suggestion: suggestions,
      subject: conversations.subject,
      contactId: conversations.contactId,
      contactName: contacts.name,
      intent: intakes.intent,
    })
    .from(suggestions)
    .innerJoin(
      conversations,
      and(eq(conversations.officeId, suggestions.officeId), eq(conversations.id, suggestions.conversationId)),
    )
    .innerJoin(intakes, and(eq(intakes.officeId, suggestions.officeId), eq(intakes.id, suggestions.intakeId)))
    .leftJoin(contacts, and(eq(contacts.officeId, conversations.officeId), eq(contacts.id, conversations.contactId)))

/** What waits for a member, oldest first, so that nobody waits longest. Spam has been decided upon. */
export async function pageOfWaiting(
  db: Db,
  officeId: OfficeId,
  page: { after: { at: Date; id: string } | null; limit: number },
) {
  const { after, limit } = page
  return shownWithConversation(db)
    .where(
      and(
        eq(suggestions.officeId, officeId),
        eq(suggestions.status, 'waiting'),
        after
          ? or(
              gt(suggestions.createdAt, after.at),
              and(eq(suggestions.createdAt, after.at), gt(suggestions.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(suggestions.createdAt), asc(suggestions.id))
    .limit(limit)
}

export async function countWaiting(db: Db, officeId: OfficeId): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(suggestions)
    .where(and(eq(suggestions.officeId, officeId), eq(suggestions.status, 'waiting')))
  return row?.count ?? 0
}

/** What the assistant did by itself of late, newest first, also where it was undone since. */
export async function recentAutomatic(db: Db, officeId: OfficeId, since: Date, limit: number) {
  return shownWithConversation(db)
    .where(
      and(
        eq(suggestions.officeId, officeId),
        isOneOf(suggestions.status, ['accepted', 'undone']),
        isNull(suggestions.decidedBy),
        gte(suggestions.decidedAt, since),
      ),
    )
    .orderBy(desc(suggestions.decidedAt), desc(suggestions.id))
    .limit(limit)
}

// ── What models cost ─────────────────────────────────────────────────────────

export async function recordModelCall(db: Db, call: typeof modelCalls.$inferInsert) {
  await db.insert(modelCalls).values(call)
}

/** What paid models cost the office from one instant to another, in millionths of a US dollar. */
export async function modelCostBetween(db: Db, officeId: OfficeId, from: Date, to: Date): Promise<number> {
  const [row] = await db
    .select({ micros: sql`coalesce(sum(${modelCalls.costMicros}), 0)`.mapWith(Number) })
    .from(modelCalls)
    .where(and(eq(modelCalls.officeId, officeId), gte(modelCalls.createdAt, from), lt(modelCalls.createdAt, to)))
  return row?.micros ?? 0
}
