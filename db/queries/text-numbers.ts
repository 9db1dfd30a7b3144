import { and, eq, isNull } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { type TextNumber, textNumbers } from '../schema/customer-messages.ts'
import type { Db } from '../schema/index.ts'

export async function textNumber(directory: Db, phone: string): Promise<TextNumber | null> {
  const [row] = await directory.select().from(textNumbers).where(eq(textNumbers.phone, phone))
  return row ?? null
}

/** Remembers which office wrote last to a number, and what: an answer belongs there. */
export async function noteTexted(directory: Db, phone: string, officeId: OfficeId, messageId: string): Promise<void> {
  const last = { lastOfficeId: officeId, lastMessageId: messageId }
  await directory
    .insert(textNumbers)
    .values({ phone, ...last })
    .onConflictDoUpdate({ target: textNumbers.phone, set: last })
}

/** Whoever says stop is sent nothing more, by no office. */
export async function stopTexts(directory: Db, phone: string, at: Date): Promise<void> {
  await directory.insert(textNumbers).values({ phone, stoppedAt: at }).onConflictDoNothing()
  await directory
    .update(textNumbers)
    .set({ stoppedAt: at })
    .where(and(eq(textNumbers.phone, phone), isNull(textNumbers.stoppedAt)))
}

export async function startTexts(directory: Db, phone: string): Promise<void> {
  await directory.update(textNumbers).set({ stoppedAt: null }).where(eq(textNumbers.phone, phone))
}
