import { and, desc, eq, isNull, notLike, or } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { RecordKind } from '../../worker/kernel/words.ts'
import { attachments, conversations, messages } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { files, type NewFile, type OfficeFile } from '../schema/records.ts'

/** Refused by the key when the file is there already. */
export const insertFile = (db: Db, file: NewFile) => db.insert(files).values(file)

/** Also one that lies in the trash. */
export async function fileById(db: Db, officeId: OfficeId, id: string): Promise<OfficeFile | null> {
  const [row] = await db
    .select()
    .from(files)
    .where(and(eq(files.officeId, officeId), eq(files.id, id)))
  return row ?? null
}

/** What members put on a record, the newest first. */
export async function filesOn(
  db: Db,
  officeId: OfficeId,
  record: RecordKind,
  recordId: string,
  limit: number,
): Promise<OfficeFile[]> {
  return db
    .select()
    .from(files)
    .where(
      and(
        eq(files.officeId, officeId),
        eq(files.record, record),
        eq(files.recordId, recordId),
        isNull(files.archivedAt),
      ),
    )
    .orderBy(desc(files.createdAt), desc(files.id))
    .limit(limit)
}

/** An image that a mail shows in its text, such as the logo under every signature, is no file that anybody sent. */
const isSentAsFile = or(isNull(attachments.contentId), notLike(attachments.type, 'image/%'))

/** What came with the messages of a contact or of one conversation, the newest first. */
export async function attachmentsWith(
  db: Db,
  officeId: OfficeId,
  whose: { contactId: string } | { conversationId: string },
  limit: number,
) {
  const { id, name, type, bytes } = attachments
  const { at, from, conversationId } = messages
  return db
    .select({ id, name, type, bytes, at, from, conversationId })
    .from(conversations)
    .innerJoin(messages, and(eq(messages.officeId, officeId), eq(messages.conversationId, conversations.id)))
    .innerJoin(attachments, and(eq(attachments.officeId, officeId), eq(attachments.messageId, messages.id)))
    .where(
      and(
        eq(conversations.officeId, officeId),
        'contactId' in whose
          ? eq(conversations.contactId, whose.contactId)
          : eq(conversations.id, whose.conversationId),
        isSentAsFile,
      ),
    )
    .orderBy(desc(messages.at), desc(attachments.id))
    .limit(limit)
}
