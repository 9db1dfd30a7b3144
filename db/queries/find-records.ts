import { and, asc, desc, eq, isNull, or, type SQL } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { companies } from '../schema/companies.ts'
import { contacts } from '../schema/contacts.ts'
import { deals } from '../schema/deals.ts'
import { conversations } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { tasks } from '../schema/tasks.ts'
import { contains } from './search.ts'

/** What was typed, word by word: all of them must be there, in whatever order. */
export type Words = readonly string[]
type Column = Parameters<typeof contains>[0]

const holdsAll = (column: Column, words: Words): SQL | undefined => and(...words.map((word) => contains(column, word)))
const isOfContact = (
  officeId: OfficeId,
  id: typeof deals.contactId | typeof tasks.contactId | typeof conversations.contactId,
) => and(eq(contacts.officeId, officeId), eq(contacts.id, id))

export async function findCompanies(db: Db, officeId: OfficeId, words: Words, limit: number) {
  return db
    .select({ id: companies.id, name: companies.name })
    .from(companies)
    .where(and(eq(companies.officeId, officeId), isNull(companies.archivedAt), holdsAll(companies.nameKey, words)))
    .orderBy(asc(companies.nameKey), asc(companies.id))
    .limit(limit)
}

export async function findDeals(db: Db, officeId: OfficeId, words: Words, limit: number) {
  return db
    .select({ id: deals.id, title: deals.title, contactName: contacts.name })
    .from(deals)
    .leftJoin(contacts, isOfContact(officeId, deals.contactId))
    .where(and(eq(deals.officeId, officeId), isNull(deals.archivedAt), holdsAll(deals.titleKey, words)))
    .orderBy(desc(deals.createdAt), desc(deals.id))
    .limit(limit)
}

/** Open tasks before those that are done. */
export async function findTasks(db: Db, officeId: OfficeId, words: Words, limit: number) {
  return db
    .select({ id: tasks.id, title: tasks.title, dueOn: tasks.dueOn, doneAt: tasks.doneAt, contactName: contacts.name })
    .from(tasks)
    .leftJoin(contacts, isOfContact(officeId, tasks.contactId))
    .where(and(eq(tasks.officeId, officeId), isNull(tasks.archivedAt), holdsAll(tasks.titleKey, words)))
    .orderBy(desc(isNull(tasks.doneAt)), desc(tasks.createdAt), desc(tasks.id))
    .limit(limit)
}

/** By subject; the newest first, whatever their status. */
export async function findConversations(db: Db, officeId: OfficeId, words: Words, limit: number) {
  return db
    .select({ id: conversations.id, subject: conversations.subject, lastFrom: conversations.lastFrom })
    .from(conversations)
    .where(and(eq(conversations.officeId, officeId), holdsAll(conversations.subjectKey, words)))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(limit)
}

/** Living people whose name holds all of the words. */
export async function contactsHolding(db: Db, officeId: OfficeId, words: Words, limit: number) {
  return db
    .select({ id: contacts.id, name: contacts.name, nameKey: contacts.nameKey })
    .from(contacts)
    .where(and(eq(contacts.officeId, officeId), isNull(contacts.archivedAt), holdsAll(contacts.nameKey, words)))
    .orderBy(asc(contacts.nameKey), asc(contacts.id))
    .limit(limit)
}

/** Living companies whose name holds any of these pieces. */
export async function companiesLike(db: Db, officeId: OfficeId, pieces: readonly string[], limit: number) {
  return db
    .select({ id: companies.id, name: companies.name, nameKey: companies.nameKey, website: companies.website })
    .from(companies)
    .where(
      and(
        eq(companies.officeId, officeId),
        isNull(companies.archivedAt),
        or(...pieces.map((piece) => contains(companies.nameKey, piece))),
      ),
    )
    .orderBy(asc(companies.nameKey), asc(companies.id))
    .limit(limit)
}

/** Living people whose name holds any of these pieces: among them are those whose name was typed with a slip. */
export async function contactsLike(db: Db, officeId: OfficeId, pieces: readonly string[], limit: number) {
  return db
    .select({ id: contacts.id, name: contacts.name, nameKey: contacts.nameKey })
    .from(contacts)
    .where(
      and(
        eq(contacts.officeId, officeId),
        isNull(contacts.archivedAt),
        or(...pieces.map((piece) => contains(contacts.nameKey, piece))),
      ),
    )
    .orderBy(asc(contacts.nameKey), asc(contacts.id))
    .limit(limit)
}
