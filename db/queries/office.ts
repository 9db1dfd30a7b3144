import { and, asc, count, eq, exists, sql } from 'drizzle-orm'
import { atomically, isConflict } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Note } from '../schema/audit.ts'
import type { Db } from '../schema/index.ts'
import { inboundAddresses, members, type NewOffice, type Office, offices } from '../schema/office.ts'
import { sessions } from '../schema/sign-in.ts'
import { insertNoteIf } from './audit.ts'

export async function officeById(directory: Db, officeId: OfficeId) {
  const [office] = await directory.select().from(offices).where(eq(offices.id, officeId))
  return office ?? null
}

/** The office that a public address names. The slug is what makes it known, so no id is given. */
export async function officeBySlug(directory: Db, slug: string) {
  const [office] = await directory.select().from(offices).where(eq(offices.slug, slug))
  return office ?? null
}

/** The demo, where this deployment has one. */
export async function demoOffice(directory: Db) {
  const [office] = await directory.select().from(offices).where(eq(offices.isDemo, true)).limit(1)
  return office ?? null
}

/** The offices a user works in, the oldest membership first. */
export async function officesOf(directory: Db, userId: string) {
  return directory
    .select({ id: offices.id, name: offices.name, slug: offices.slug, role: members.role })
    .from(members)
    .innerJoin(offices, eq(offices.id, members.officeId))
    .where(eq(members.userId, userId))
    .orderBy(asc(members.createdAt), asc(members.officeId))
}

/** How many offices each database holds; one that holds none is not named. */
export async function officesPerShard(directory: Db) {
  return directory.select({ shard: offices.shard, offices: count() }).from(offices).groupBy(offices.shard)
}

export type Founding = { office: NewOffice; ownerId: string; inboxKey: string; inboxLabel: string }

/** The statements that make an office with its owner and its first mail address. */
export const insertOffice = (db: Db, { office, ownerId, inboxKey, inboxLabel }: Founding) => {
  const { id: officeId, createdAt } = office
  return [
    db.insert(offices).values(office),
    db.insert(members).values({ officeId, userId: ownerId, role: 'owner', createdAt }),
    db.insert(inboundAddresses).values({ key: inboxKey, officeId, label: inboxLabel, createdAt }),
  ] as const
}

/** The office, its owner and its first mail address in one write. False: its id or its slug is taken. */
export async function addOffice(directory: Db, founding: Founding): Promise<boolean> {
  try {
    await atomically(directory, (db) => insertOffice(db, founding))
    return true
  } catch (error) {
    if (isConflict(error)) return false
    throw error
  }
}

/** Which office the session opens from now on. */
export async function openInSession(directory: Db, sessionId: string, officeId: OfficeId) {
  await directory.update(sessions).set({ officeId }).where(eq(sessions.id, sessionId))
}

type OfficeChange = Partial<
  Pick<Office, 'name' | 'timeZone' | 'country' | 'currency' | 'settings' | 'requireSecondFactor'>
>

/** On Postgres two writes at once would each see the office as it was before the other; this makes them take turns. */
export const takeTurns = (db: Db, officeId: OfficeId) =>
  db
    .update(offices)
    .set({ version: sql`${offices.version}` })
    .where(eq(offices.id, officeId))

type Version = { officeId: OfficeId; version: number }

/** Changes the office if it still is in the version that was looked at. False: somebody was faster. */
export async function changeOffice(directory: Db, { officeId, version }: Version, change: OfficeChange, note: Note) {
  const isSeen = and(eq(offices.id, officeId), eq(offices.version, version))
  const [, , changed] = await atomically(directory, (db) => [
    takeTurns(db, officeId),
    insertNoteIf(db, note, exists(db.select({ id: offices.id }).from(offices).where(isSeen))),
    db
      .update(offices)
      .set({ ...change, version: version + 1 })
      .where(isSeen)
      .returning({ id: offices.id }),
  ])
  return changed.length > 0
}

/** The mail addresses of an office, the oldest first. */
export async function inboundAddressesOf(directory: Db, officeId: OfficeId) {
  return directory
    .select()
    .from(inboundAddresses)
    .where(eq(inboundAddresses.officeId, officeId))
    .orderBy(asc(inboundAddresses.createdAt), asc(inboundAddresses.key))
}

/** The office that mail to this key is for. The key is what makes the office known, so none is given. */
export async function officeByInboxKey(directory: Db, key: string) {
  const [found] = await directory
    .select({ office: offices, address: inboundAddresses })
    .from(inboundAddresses)
    .innerJoin(offices, eq(offices.id, inboundAddresses.officeId))
    .where(eq(inboundAddresses.key, key))
  return found ?? null
}

/** Makes the secret of an address a new one. Null: the office has no such address. */
export async function renewInboundSecret(directory: Db, officeId: OfficeId, key: string, note: Note) {
  const isAddress = and(eq(inboundAddresses.officeId, officeId), eq(inboundAddresses.key, key))
  const [[renewed]] = await atomically(directory, (db) => [
    db
      .update(inboundAddresses)
      .set({ secretVersion: sql`${inboundAddresses.secretVersion} + 1` })
      .where(isAddress)
      .returning(),
    insertNoteIf(db, note, exists(db.select({ key: inboundAddresses.key }).from(inboundAddresses).where(isAddress))),
  ])
  return renewed ?? null
}
