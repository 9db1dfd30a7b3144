import { and, asc, count, desc, eq, lt, lte, or, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { searchKey } from '../../worker/kernel/text.ts'
import { suggestions } from '../schema/assistant.ts'
import { contacts } from '../schema/contacts.ts'
import {
  type Conversation,
  type ConversationStatus,
  conversations,
  messages,
  type NewConversation,
  threadKeys,
} from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { contains } from './search.ts'

const isConversation = (officeId: OfficeId, id: string) =>
  and(eq(conversations.officeId, officeId), eq(conversations.id, id))

// ── Statements, for plans ────────────────────────────────────────────────────

export const insertConversation = (db: Db, conversation: Omit<NewConversation, 'subjectKey'>) =>
  db.insert(conversations).values({ ...conversation, subjectKey: searchKey(conversation.subject) })

/** Refused by its key when another message claimed the id for its conversation at the same moment. */
export const insertThreadKey = (db: Db, officeId: OfficeId, key: string, conversationId: string) =>
  db.insert(threadKeys).values({ officeId, key, conversationId })

/** What a new message changes in the list. An older one that arrives late does not become the newest. */
export const touchConversation = (
  db: Db,
  officeId: OfficeId,
  id: string,
  newest: Pick<Conversation, 'preview' | 'lastFrom' | 'lastMessageAt'>,
) =>
  db
    .update(conversations)
    .set({ ...newest, version: sql`${conversations.version} + 1` })
    .where(and(isConversation(officeId, id), lte(conversations.lastMessageAt, newest.lastMessageAt)))

/** A message from the customer: it is unread, and a conversation that was done is open again. */
export const reopenConversation = (db: Db, officeId: OfficeId, id: string) =>
  db
    .update(conversations)
    .set({
      unread: true,
      status: sql`case when ${conversations.status} = 'done' then 'open' else ${conversations.status} end`,
    })
    .where(isConversation(officeId, id))

export const updateConversation = (
  db: Db,
  officeId: OfficeId,
  id: string,
  fields: Partial<Pick<Conversation, 'status' | 'unread' | 'contactId' | 'intent'>>,
) =>
  db
    .update(conversations)
    .set({ ...fields, version: sql`${conversations.version} + 1` })
    .where(isConversation(officeId, id))

// ── Questions ────────────────────────────────────────────────────────────────

export async function conversationById(db: Db, officeId: OfficeId, id: string): Promise<Conversation | null> {
  const [row] = await db.select().from(conversations).where(isConversation(officeId, id))
  return row ?? null
}

/** Which of the ids are known, and to which conversation they belong, oldest conversation first. */
export async function conversationsOfKeys(db: Db, officeId: OfficeId, keys: string[]) {
  return db
    .select({ key: threadKeys.key, conversation: conversations })
    .from(threadKeys)
    .innerJoin(
      conversations,
      and(eq(conversations.officeId, threadKeys.officeId), eq(conversations.id, threadKeys.conversationId)),
    )
    .where(and(eq(threadKeys.officeId, officeId), isOneOf(threadKeys.key, keys)))
    .orderBy(asc(conversations.createdAt), asc(conversations.id))
}

/** Every address that wrote or was written to in a conversation. */
export async function participantsOf(db: Db, officeId: OfficeId, conversationId: string) {
  return db
    .select({ from: messages.from, to: messages.to, cc: messages.cc })
    .from(messages)
    .where(and(eq(messages.officeId, officeId), eq(messages.conversationId, conversationId)))
    .orderBy(desc(messages.at))
    .limit(PARTICIPANT_MESSAGES)
}

/** How far back a conversation is read for who takes part in it. */
const PARTICIPANT_MESSAGES = 100

export type ConversationFilter = { status: ConversationStatus | null; contactId: string | null; text: string }
export type ConversationKey = { at: Date; id: string }

/** How many suggestions of a conversation wait for a member. */
const waitingIn = (db: Db) =>
  sql<number>`(${db
    .select({ waiting: count() })
    .from(suggestions)
    .where(
      and(
        eq(suggestions.officeId, conversations.officeId),
        eq(suggestions.conversationId, conversations.id),
        eq(suggestions.status, 'waiting'),
      ),
    )})`.mapWith(Number)

/** A page of the list, newest first, each with its contact and the number of suggestions that wait in it. */
export async function pageOfConversations(
  db: Db,
  officeId: OfficeId,
  page: { filter: ConversationFilter; after: ConversationKey | null; limit: number },
) {
  const { filter, after, limit } = page
  const t = conversations
  return db
    .select({ conversation: t, contactName: contacts.name, waiting: waitingIn(db) })
    .from(t)
    .leftJoin(contacts, and(eq(contacts.officeId, t.officeId), eq(contacts.id, t.contactId)))
    .where(
      and(
        eq(t.officeId, officeId),
        filter.status ? eq(t.status, filter.status) : undefined,
        filter.contactId ? eq(t.contactId, filter.contactId) : undefined,
        filter.text ? contains(t.subjectKey, filter.text) : undefined,
        after ? or(lt(t.lastMessageAt, after.at), and(eq(t.lastMessageAt, after.at), lt(t.id, after.id))) : undefined,
      ),
    )
    .orderBy(desc(t.lastMessageAt), desc(t.id))
    .limit(limit)
}

export async function countUnread(db: Db, officeId: OfficeId): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(conversations)
    .where(and(eq(conversations.officeId, officeId), eq(conversations.status, 'open'), eq(conversations.unread, true)))
  return row?.count ?? 0
}
