import { and, count, eq, exists, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import { atomically } from '#dialect'
import type { Note } from '../schema/audit.ts'
import type { Db } from '../schema/index.ts'
import { accounts, backupCodes, secondFactors, sessions, users } from '../schema/sign-in.ts'
import { insertNote, insertNoteIf } from './audit.ts'

// Sign-in comes before any office is known, so no query here takes one.

/** Older than any step of time that a code was ever made for. */
const NO_STEP = 0

/** Whether the user must give a code after the password. */
export async function hasSecondFactor(directory: Db, userId: string): Promise<boolean> {
  const [factor] = await directory
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)))
  return factor !== undefined
}

/** The authenticator app of a user, confirmed or not, with the address that its attempts are counted by. */
export async function secondFactorOf(directory: Db, userId: string) {
  const { secret, confirmedAt } = secondFactors
  const [factor] = await directory
    .select({ userId: users.id, email: users.email, secret, confirmedAt })
    .from(secondFactors)
    .innerJoin(users, eq(users.id, secondFactors.userId))
    .where(eq(secondFactors.userId, userId))
  return factor ?? null
}
export type SecondFactor = NonNullable<Awaited<ReturnType<typeof secondFactorOf>>>

export async function countBackupCodes(directory: Db, userId: string): Promise<number> {
  const [row] = await directory.select({ left: count() }).from(backupCodes).where(eq(backupCodes.userId, userId))
  return row?.left ?? 0
}

/** The hash of the password that a user signs in with; null when there is none. */
export async function passwordHashOf(directory: Db, userId: string): Promise<string | null> {
  const [account] = await directory
    .select({ password: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')))
  return account?.password ?? null
}

/** Keeps the secret of a new app, in place of one that was never confirmed. False: the user has a confirmed one. */
export async function putSecret(directory: Db, userId: string, secret: string, createdAt: Date): Promise<boolean> {
  const fresh = { secret, createdAt, lastStep: NO_STEP }
  const kept = await directory
    .insert(secondFactors)
    .values({ userId, ...fresh })
    .onConflictDoUpdate({ target: secondFactors.userId, set: fresh, setWhere: isNull(secondFactors.confirmedAt) })
    .returning({ userId: secondFactors.userId })
  return kept.length > 0
}

/** Uses the code of a step up. False: it, or a newer one, was used before, or the app is another by now. */
export async function takeStep(directory: Db, { userId, secret }: SecondFactor, lastStep: number): Promise<boolean> {
  const taken = await directory
    .update(secondFactors)
    .set({ lastStep })
    .where(
      and(eq(secondFactors.userId, userId), eq(secondFactors.secret, secret), lt(secondFactors.lastStep, lastStep)),
    )
    .returning({ userId: secondFactors.userId })
  return taken.length > 0
}

/** Uses a backup code up. False: there is no such code, or it was used before. */
export async function takeBackupCode(directory: Db, userId: string, codeHash: string): Promise<boolean> {
  const taken = await directory
    .delete(backupCodes)
    .where(and(eq(backupCodes.userId, userId), eq(backupCodes.codeHash, codeHash)))
    .returning({ userId: backupCodes.userId })
  return taken.length > 0
}

const ofUser = (userId: string) => eq(backupCodes.userId, userId)

const codesReplaced = (db: Db, userId: string, codeHashes: string[]) =>
  [
    db.delete(backupCodes).where(ofUser(userId)),
    db.insert(backupCodes).values(codeHashes.map((codeHash) => ({ userId, codeHash }))),
  ] as const

/** Backup codes in place of those before, of which none opens anything from then on. */
export async function replaceBackupCodes(directory: Db, codeHashes: string[], note: Note) {
  await atomically(directory, (db) => [...codesReplaced(db, note.userId, codeHashes), insertNote(db, note)])
}

/** The session in which a factor changed, with the token that it has from then on. */
export type Renewed = { sessionId: string; tokenHash: string }

type Confirmed = { factor: SecondFactor; codeHashes: string[]; renewed: Renewed; note: Note }

/**
 * Switches the app on, with its backup codes, and ends the user's other sessions, which proved one factor only. False:
 * the secret is another by now, and nothing was switched on.
 */
export async function confirmSecondFactor(directory: Db, { factor, codeHashes, renewed, note }: Confirmed) {
  const { userId, secret } = factor
  const { sessionId, tokenHash: token } = renewed
  const now = note.at
  const isThis = and(eq(secondFactors.userId, userId), eq(secondFactors.secret, secret))
  const [confirmed] = await atomically(directory, (db) => {
    const isOn = exists(db.select({ userId: secondFactors.userId }).from(secondFactors).where(isThis))
    return [
      db.update(secondFactors).set({ confirmedAt: now }).where(isThis).returning({ userId: secondFactors.userId }),
      ...codesReplaced(db, userId, codeHashes),
      db.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId), isOn)),
      db
        .update(sessions)
        .set({ token, twoFactorsAt: now })
        .where(and(eq(sessions.id, sessionId), isOn)),
      insertNoteIf(db, note, isOn),
    ]
  })
  return confirmed.length > 0
}

/** Forgets the app and its backup codes. Every session of the user counts as opened by the password alone. */
export async function removeSecondFactor(directory: Db, { sessionId, tokenHash: token }: Renewed, note: Note) {
  const { userId } = note
  await atomically(directory, (db) => [
    db.delete(backupCodes).where(ofUser(userId)),
    db.delete(secondFactors).where(eq(secondFactors.userId, userId)),
    db.update(sessions).set({ twoFactorsAt: null }).where(eq(sessions.userId, userId)),
    db.update(sessions).set({ token }).where(eq(sessions.id, sessionId)),
    insertNote(db, note),
  ])
}
