import { and, desc, eq, exists, gt, ne } from 'drizzle-orm'
import { atomically } from '#dialect'
import type { Note } from '../schema/audit.ts'
import type { Db } from '../schema/index.ts'
import { accounts, sessions, users, verifications } from '../schema/sign-in.ts'
import { insertNote, insertNoteIf } from './audit.ts'
import type { Renewed } from './second-factor.ts'

// An account belongs to a person and to no office, so no query here takes one.

export async function renameUser(directory: Db, userId: string, name: string, updatedAt: Date) {
  await directory.update(users).set({ name, updatedAt }).where(eq(users.id, userId))
}

/** Sets the password. The user's other sessions and the links that were sent to set one end; this session is renewed. */
export async function putPassword(
  directory: Db,
  password: string,
  { sessionId, tokenHash: token }: Renewed,
  note: Note,
) {
  const { userId, at } = note
  await atomically(directory, (db) => [
    db
      .update(accounts)
      .set({ password, updatedAt: at })
      .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential'))),
    db.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId))),
    db.update(sessions).set({ token }).where(eq(sessions.id, sessionId)),
    db.delete(verifications).where(eq(verifications.value, userId)),
    insertNote(db, note),
  ])
}

/** The sessions of a user that still open something, the newest first. */
export async function sessionsOf(directory: Db, userId: string, now: Date, createdAfter: Date) {
  const { id, createdAt, expiresAt, userAgent } = sessions
  return directory
    .select({ id, createdAt, expiresAt, userAgent })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(expiresAt, now), gt(createdAt, createdAfter)))
    .orderBy(desc(createdAt), desc(id))
}

/** Ends a session of the user. False: they have no such session. */
export async function endSession(directory: Db, sessionId: string, note: Note): Promise<boolean> {
  const isTheirs = and(eq(sessions.id, sessionId), eq(sessions.userId, note.userId))
  const [, ended] = await atomically(directory, (db) => [
    insertNoteIf(db, note, exists(db.select({ id: sessions.id }).from(sessions).where(isTheirs))),
    db.delete(sessions).where(isTheirs).returning({ id: sessions.id }),
  ])
  return ended.length > 0
}

/** Ends every session of the user but this one. */
export async function endOtherSessions(directory: Db, sessionId: string, note: Note) {
  await atomically(directory, (db) => [
    db.delete(sessions).where(and(eq(sessions.userId, note.userId), ne(sessions.id, sessionId))),
    insertNote(db, note),
  ])
}
