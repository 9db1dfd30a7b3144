import { and, eq } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { suggestions } from '../schema/assistant.ts'
import { imports } from '../schema/imports.ts'
import { messages } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'

/** Suggestions that were carried out, each with the message on whose words it rests. */
export async function suggestionsBehind(db: Db, officeId: OfficeId, ids: string[]) {
  if (ids.length === 0) return []
  const { id, version, status, decidedBy, confidence, evidence } = suggestions
  return db
    .select({
      ...{ id, version, status, decidedBy, confidence, evidence },
      ...{ from: messages.from, subject: messages.subject, conversationId: messages.conversationId },
    })
    .from(suggestions)
    .innerJoin(messages, and(eq(messages.officeId, officeId), eq(messages.id, suggestions.messageId)))
    .where(
      and(
        eq(suggestions.officeId, officeId),
        isOneOf(suggestions.id, ids),
        isOneOf(suggestions.status, ['accepted', 'undone']),
      ),
    )
}

/** What the files of imports were called, by the import's id. */
export async function importNames(db: Db, officeId: OfficeId, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: imports.id, fileName: imports.fileName })
    .from(imports)
    .where(and(eq(imports.officeId, officeId), isOneOf(imports.id, ids)))
  return new Map(rows.map(({ id, fileName }) => [id, fileName]))
}
