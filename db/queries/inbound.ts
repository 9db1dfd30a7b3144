import { and, count, eq, lt } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { burntTokens, type Inbound, type InboundSource, inbound, type NewInbound } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'

const isInbound = (officeId: OfficeId, id: string) => and(eq(inbound.officeId, officeId), eq(inbound.id, id))

/** Refused by the unique index when the same thing was delivered before. */
export const insertInbound = (db: Db, row: NewInbound) => db.insert(inbound).values(row)

export const markFiled = (db: Db, officeId: OfficeId, id: string, messageId: string) =>
  db.update(inbound).set({ status: 'filed', messageId }).where(isInbound(officeId, id))

export async function inboundById(db: Db, officeId: OfficeId, id: string): Promise<Inbound | null> {
  const [row] = await db.select().from(inbound).where(isInbound(officeId, id))
  return row ?? null
}

/** How many deliveries the office ever had. */
export async function countInbound(db: Db, officeId: OfficeId): Promise<number> {
  const [row] = await db.select({ count: count() }).from(inbound).where(eq(inbound.officeId, officeId))
  return row?.count ?? 0
}

/**
 * Burns a webhook's token for good. Answers `burnt` for a new one, `repeated` when the vendor says the same again, and
 * `reused` when the token comes with another content, as a forger's would, at whichever office's door.
 */
export async function burnToken(
  directory: Db,
  token: { source: InboundSource; token: string; contentHash: string; expiresAt: Date },
): Promise<'burnt' | 'repeated' | 'reused'> {
  const burnt = await directory
    .insert(burntTokens)
    .values(token)
    .onConflictDoNothing()
    .returning({ token: burntTokens.token })
  if (burnt.length > 0) return 'burnt'
  const [known] = await directory
    .select({ contentHash: burntTokens.contentHash })
    .from(burntTokens)
    .where(and(eq(burntTokens.source, token.source), eq(burntTokens.token, token.token)))
  return known?.contentHash === token.contentHash ? 'repeated' : 'reused'
}

/** A token whose time window is over opens no door anyway. */
export async function removeExpiredTokens(directory: Db, now: Date) {
  await directory.delete(burntTokens).where(lt(burntTokens.expiresAt, now))
}
