import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { companies } from '../schema/companies.ts'
import { contacts } from '../schema/contacts.ts'
import { deals } from '../schema/deals.ts'
import { attachments, conversations, messages } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { files } from '../schema/records.ts'
import { searchEntries } from '../schema/search.ts'
import { tasks } from '../schema/tasks.ts'
import { holdingAll, holdingSlipped, idsByAge, idsByName } from './search-index.ts'

/** What was typed, word by word: all of them must be there, in whatever order. */
export type Words = readonly string[]

const isOfContact = (officeId: OfficeId, id: typeof deals.contactId | typeof tasks.contactId) =>
  and(eq(contacts.officeId, officeId), eq(contacts.id, id))

export async function findCompanies(db: Db, officeId: OfficeId, words: Words, limit: number) {
  return companiesIn(db, officeId, idsByName(db, holdingAll(officeId, 'company', words, 'word'), limit))
}

/** Companies whose name may have been typed with a slip. */
export async function companiesLike(db: Db, officeId: OfficeId, words: Words, limit: number) {
  return companiesIn(db, officeId, idsByName(db, holdingSlipped(officeId, 'company', words), limit))
}

const companiesIn = (db: Db, officeId: OfficeId, ids: ReturnType<typeof idsByName>) =>
  db
    .select({ id: companies.id, name: companies.name, nameKey: companies.nameKey, website: companies.website })
    .from(companies)
    .where(and(eq(companies.officeId, officeId), inArray(companies.id, ids)))
    .orderBy(asc(companies.nameKey), asc(companies.id))

/** The newest first. */
export async function findDeals(db: Db, officeId: OfficeId, words: Words, limit: number) {
  const ids = idsByAge(db, holdingAll(officeId, 'deal', words, 'word'), limit)
  return db
    .select({ id: deals.id, title: deals.title, contactName: contacts.name })
    .from(deals)
    .leftJoin(contacts, isOfContact(officeId, deals.contactId))
    .where(and(eq(deals.officeId, officeId), inArray(deals.id, ids)))
    .orderBy(desc(deals.createdAt), desc(deals.id))
}

/** Open tasks before those that are done, of the newest. */
export async function findTasks(db: Db, officeId: OfficeId, words: Words, limit: number) {
  const ids = idsByAge(db, holdingAll(officeId, 'task', words, 'word'), limit)
  return db
    .select({ id: tasks.id, title: tasks.title, dueOn: tasks.dueOn, doneAt: tasks.doneAt, contactName: contacts.name })
    .from(tasks)
    .leftJoin(contacts, isOfContact(officeId, tasks.contactId))
    .where(and(eq(tasks.officeId, officeId), inArray(tasks.id, ids)))
    .orderBy(desc(isNull(tasks.doneAt)), desc(tasks.createdAt), desc(tasks.id))
}

/** The newest messages that hold the words, with the conversation that each belongs to. */
export async function findMessages(db: Db, officeId: OfficeId, words: Words, limit: number) {
  const ids = idsByAge(db, holdingAll(officeId, 'message', words, 'word'), limit)
  return db
    .select({ id: messages.id, conversationId: messages.conversationId })
    .from(messages)
    .where(and(eq(messages.officeId, officeId), inArray(messages.id, ids)))
    .orderBy(desc(messages.at), desc(messages.id))
}

/** Messages with their text and what is shown of their conversation. */
export async function textsOf(db: Db, officeId: OfficeId, messageIds: readonly string[]) {
  const { subject, lastFrom } = conversations
  return db
    .select({ id: messages.id, conversationId: messages.conversationId, text: messages.text, subject, lastFrom })
    .from(messages)
    .innerJoin(conversations, and(eq(conversations.officeId, officeId), eq(conversations.id, messages.conversationId)))
    .where(and(eq(messages.officeId, officeId), isOneOf(messages.id, messageIds)))
    .orderBy(desc(messages.at), desc(messages.id))
}

/** Files by their names, those that came with a message and those that a member put on a record; the newest first. */
export async function findFiles(db: Db, officeId: OfficeId, words: Words, limit: number) {
  const sent = { name: attachments.name, conversationId: messages.conversationId, subject: messages.subject }
  return db
    .select({
      ...{ id: searchEntries.recordId, sent },
      put: { name: files.name, record: files.record, recordId: files.recordId },
    })
    .from(searchEntries)
    .leftJoin(attachments, and(eq(attachments.officeId, officeId), eq(attachments.id, searchEntries.recordId)))
    .leftJoin(messages, and(eq(messages.officeId, officeId), eq(messages.id, attachments.messageId)))
    .leftJoin(files, and(eq(files.officeId, officeId), eq(files.id, searchEntries.recordId)))
    .where(holdingAll(officeId, 'file', words, 'word'))
    .orderBy(desc(searchEntries.at), desc(searchEntries.recordId))
    .limit(limit)
}
