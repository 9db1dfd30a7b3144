import { and, asc, eq, gt, lt, notExists, sql } from 'drizzle-orm'
import { atomically, isConflict } from '#dialect'
import type { Note } from '../schema/audit.ts'
import type { Db } from '../schema/index.ts'
import { members, offices } from '../schema/office.ts'
import { accounts, attempts, emailProofs, sessions, users, verifications } from '../schema/sign-in.ts'
import { insertNote, insertNoteBySession } from './audit.ts'

// Sign-in comes before any office is known, so no query here takes one.

const user = { id: users.id, name: users.name, email: users.email, emailVerified: users.emailVerified }

/**
 * The session that a token opens, with its user and the office they work in: the one of the session's hint while they are
 * a member there, else the one they have been in for longest. Null: unknown, unused for too long, or too old.
 */
export async function sessionBy(directory: Db, tokenHash: string, now: Date, createdAfter: Date) {
  const { id, expiresAt, createdAt, twoFactorsAt } = sessions
  const { role, createdAt: since } = members
  const [row] = await directory
    .select({ id, expiresAt, createdAt, twoFactorsAt, user, role, since, office: offices })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(members, eq(members.userId, users.id))
    .leftJoin(offices, eq(offices.id, members.officeId))
    .where(and(eq(sessions.token, tokenHash), gt(expiresAt, now), gt(createdAt, createdAfter)))
    .orderBy(
      sql`case when ${members.officeId} = ${sessions.officeId} then 0 else 1 end`,
      asc(members.createdAt),
      asc(members.officeId),
    )
    .limit(1)
  return row ?? null
}

export async function renewSession(directory: Db, sessionId: string, expiresAt: Date) {
  await directory.update(sessions).set({ expiresAt }).where(eq(sessions.id, sessionId))
}

type NewSession = Pick<
  typeof sessions.$inferInsert,
  'id' | 'userId' | 'token' | 'expiresAt' | 'userAgent' | 'twoFactorsAt'
>

export async function addSession(directory: Db, session: NewSession, note: Note) {
  const { at } = note
  await atomically(directory, (db) => [
    db.insert(sessions).values({ ...session, createdAt: at, updatedAt: at }),
    insertNote(db, note),
  ])
}

export async function removeSession(directory: Db, tokenHash: string, note: Pick<Note, 'id' | 'kind' | 'at'>) {
  await atomically(directory, (db) => [
    insertNoteBySession(db, tokenHash, note),
    db.delete(sessions).where(eq(sessions.token, tokenHash)),
  ])
}

/** What is known of an address before it signs up: whether there is a user, and what that user can already do. */
export async function userByEmail(directory: Db, email: string) {
  const [row] = await directory
    .select({ ...user, accountId: accounts.id, memberOf: members.officeId })
    .from(users)
    .leftJoin(accounts, eq(accounts.userId, users.id))
    .leftJoin(members, eq(members.userId, users.id))
    .where(eq(users.email, email))
    .limit(1)
  return row ?? null
}

type NewAccount = { userId: string; accountId: string; passwordHash: string; now: Date }

/** better-auth finds a password under this provider, with the user's id as its account. */
const passwordAccount = ({ userId, accountId, passwordHash, now }: NewAccount) => ({
  id: accountId,
  userId,
  providerId: 'credential',
  accountId: userId,
  password: passwordHash,
  createdAt: now,
  updatedAt: now,
})

type NewUser = { name: string; email: string; emailVerified?: boolean }

/** The statements that make a user who signs in by password. */
export const insertUser = (db: Db, person: NewUser, account: NewAccount) => {
  const { userId: id, now } = account
  return [
    db.insert(users).values({ ...person, id, createdAt: now, updatedAt: now }),
    db.insert(accounts).values(passwordAccount(account)),
  ] as const
}

/** User and password in one write. Of two that come at once with one address, the first is kept and the other dropped. */
export async function addUser(directory: Db, person: NewUser, account: NewAccount) {
  try {
    await atomically(directory, (db) => insertUser(db, person, account))
  } catch (error) {
    if (!isConflict(error)) throw error
  }
}

export async function hasUsers(directory: Db): Promise<boolean> {
  const [user] = await directory.select({ id: users.id }).from(users).limit(1)
  return user !== undefined
}

/** Gives a user without any way to sign in a name and a password, unless somebody else was faster. */
export async function completeUser(directory: Db, name: string, account: NewAccount) {
  const { userId, now } = account
  const ofUser = eq(accounts.userId, userId)
  await atomically(directory, (db) => {
    const isUnfinished = notExists(db.select({ id: accounts.id }).from(accounts).where(ofUser))
    return [
      db.delete(sessions).where(and(eq(sessions.userId, userId), isUnfinished)),
      db
        .update(users)
        .set({ name, updatedAt: now })
        .where(and(eq(users.id, userId), isUnfinished)),
      db.insert(accounts).values(passwordAccount(account)).onConflictDoNothing(),
    ]
  })
}

/** Whoever opened a link that only their mailbox holds owns that mailbox. */
export const confirmEmail = (db: Db, userId: string, now: Date) =>
  db.update(users).set({ emailVerified: true, updatedAt: now }).where(eq(users.id, userId))

/** A password that was set by mail proves the mailbox, and leaves the other links that were sent worthless. */
export async function finishReset(directory: Db, note: Note) {
  const { userId, at } = note
  await atomically(directory, (db) => [
    confirmEmail(db, userId, at),
    db.delete(verifications).where(eq(verifications.value, userId)),
    insertNote(db, note),
  ])
}

/** Counts one more attempt under each key, and answers how many there were in its window, in the order of the keys. */
export async function countAttempts(directory: Db, keys: readonly [string, ...string[]], windowStartsAt: Date) {
  const count = (db: Db, key: string) =>
    db
      .insert(attempts)
      .values({ key, windowStartsAt, count: 1 })
      .onConflictDoUpdate({
        target: [attempts.key, attempts.windowStartsAt],
        set: { count: sql`${attempts.count} + 1` },
      })
      .returning({ count: attempts.count })
  const [first, ...others] = keys
  const counted = await atomically(directory, (db) => [count(db, first), ...others.map((key) => count(db, key))])
  return counted.map(([row]) => row?.count ?? 0)
}

export async function forgetAttempts(directory: Db, key: string) {
  await directory.delete(attempts).where(eq(attempts.key, key))
}

/** Counters whose window began before: nobody asks for them again. */
export async function removeOldAttempts(directory: Db, before: Date) {
  await directory.delete(attempts).where(lt(attempts.windowStartsAt, before))
}

/** Sessions and links that have ended open nothing any more. */
export async function removeEnded(directory: Db, now: Date) {
  await directory.delete(sessions).where(lt(sessions.expiresAt, now))
  await directory.delete(verifications).where(lt(verifications.expiresAt, now))
  await directory.delete(emailProofs).where(lt(emailProofs.expiresAt, now))
}
