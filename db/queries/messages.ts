import { and, asc, desc, eq, lt, or } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { textKeyOf } from '../../worker/kernel/search-words.ts'
import {
  type Attachment,
  attachments,
  type Message,
  messages,
  type NewAttachment,
  type NewMessage,
} from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { activities } from '../schema/timeline.ts'

const isMessage = (officeId: OfficeId, id: string) => and(eq(messages.officeId, officeId), eq(messages.id, id))

/** Refused by the unique index when the same mail was filed before. */
export const insertMessage = (db: Db, message: Omit<NewMessage, 'textKey'>) =>
  db.insert(messages).values({ ...message, textKey: textKeyOf(message.subject, message.text) })

export const insertAttachment = (db: Db, attachment: NewAttachment) => db.insert(attachments).values(attachment)

/** Removes a draft that nobody sent; a message that arrived or left stays. */
export const removeDraft = (db: Db, officeId: OfficeId, id: string) =>
  db.delete(messages).where(and(isMessage(officeId, id), eq(messages.state, 'draft')))

/** Rewrites a draft, which is its author's from then on; answers no row when it has been sent. */
export const updateDraft = (
  db: Db,
  officeId: OfficeId,
  id: string,
  { subject, text, authorId }: { subject: string; text: string; authorId: string },
) =>
  db
    .update(messages)
    .set({ text, textKey: textKeyOf(subject, text), authorId, ranges: [{ start: 0, end: text.length, kind: 'reply' }] })
    .where(and(isMessage(officeId, id), eq(messages.state, 'draft')))
    .returning({ id: messages.id })

/** Moves a message from one state to the next; answers no row when it was not in the first. */
export const moveMessage = (db: Db, officeId: OfficeId, id: string, from: Message['state'], to: Message['state']) =>
  db
    .update(messages)
    .set({ state: to })
    .where(and(isMessage(officeId, id), eq(messages.state, from)))
    .returning({ id: messages.id })

/** Gives all messages of a conversation to a contact. */
export const assignMessages = (db: Db, officeId: OfficeId, conversationId: string, contactId: string | null) =>
  db
    .update(messages)
    .set({ contactId })
    .where(and(eq(messages.officeId, officeId), eq(messages.conversationId, conversationId)))

export async function messageById(db: Db, officeId: OfficeId, id: string): Promise<Message | null> {
  const [row] = await db.select().from(messages).where(isMessage(officeId, id))
  return row ?? null
}

export async function messageByKey(db: Db, officeId: OfficeId, messageKey: string): Promise<Message | null> {
  const [row] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.officeId, officeId), eq(messages.messageKey, messageKey)))
  return row ?? null
}

/** The newest messages of a conversation before `before`, newest first. */
export async function pageOfMessages(
  db: Db,
  officeId: OfficeId,
  conversationId: string,
  page: { before: { at: Date; id: string } | null; limit: number },
): Promise<Message[]> {
  const { before, limit } = page
  return db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.officeId, officeId),
        eq(messages.conversationId, conversationId),
        before
          ? or(lt(messages.at, before.at), and(eq(messages.at, before.at), lt(messages.id, before.id)))
          : undefined,
      ),
    )
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(limit)
}

export async function attachmentsOf(db: Db, officeId: OfficeId, messageIds: string[]): Promise<Attachment[]> {
  return db
    .select()
    .from(attachments)
    .where(and(eq(attachments.officeId, officeId), isOneOf(attachments.messageId, messageIds)))
    .orderBy(asc(attachments.messageId), asc(attachments.position))
}

export async function attachmentById(db: Db, officeId: OfficeId, id: string): Promise<Attachment | null> {
  const [row] = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.officeId, officeId), eq(attachments.id, id)))
  return row ?? null
}

/** The messages of a conversation that are filed with this contact, and their lines in the timeline, by their ids. */
export async function filedWith(db: Db, officeId: OfficeId, conversationId: string, contactId: string, limit: number) {
  const rows = await db
    .select({ messageId: messages.id, lineId: activities.id })
    .from(messages)
    .leftJoin(
      activities,
      and(eq(activities.officeId, officeId), eq(activities.entityId, messages.id), eq(activities.contactId, contactId)),
    )
    .where(
      and(
        eq(messages.officeId, officeId),
        eq(messages.conversationId, conversationId),
        eq(messages.contactId, contactId),
      ),
    )
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(limit)
  return {
    messageIds: [...new Set(rows.map((row) => row.messageId))],
    lineIds: rows.flatMap(({ lineId }) => lineId ?? []),
  }
}
