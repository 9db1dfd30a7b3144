import { and, eq, exists, gt } from 'drizzle-orm'
import { atomically } from '#dialect'
import type { Note } from '../schema/audit.ts'
import type { Db } from '../schema/index.ts'
import { emailProofs, users, verifications } from '../schema/sign-in.ts'
import { insertNoteIf } from './audit.ts'

// Sign-in comes before any office is known, so no query here takes one.

/** Keeps the user's link in place of the one before, which is worthless from then on. */
export async function putProof(directory: Db, proof: typeof emailProofs.$inferInsert) {
  const { userId, ...fresh } = proof
  await directory.insert(emailProofs).values(proof).onConflictDoUpdate({ target: emailProofs.userId, set: fresh })
}

/** What a link proves, and the address that its user has so far. Null: used, replaced, or too old. */
export async function proofBy(directory: Db, tokenHash: string, now: Date) {
  const { userId, email } = emailProofs
  const [proof] = await directory
    .select({ userId, email, tokenHash: emailProofs.tokenHash, before: users.email })
    .from(emailProofs)
    .innerJoin(users, eq(users.id, userId))
    .where(and(eq(emailProofs.tokenHash, tokenHash), gt(emailProofs.expiresAt, now)))
  return proof ?? null
}
export type EmailProof = NonNullable<Awaited<ReturnType<typeof proofBy>>>

/**
 * Gives the user the proved address, once. Links to a new password that went to the address before end with it. False:
 * the link was used a moment ago. Where somebody else has the address by now, the unique index refuses the write.
 */
export async function redeemProof(directory: Db, { userId, email, tokenHash }: EmailProof, note: Note) {
  const isLink = eq(emailProofs.tokenHash, tokenHash)
  const [, , , redeemed] = await atomically(directory, (db) => {
    const isOpen = exists(db.select({ userId: emailProofs.userId }).from(emailProofs).where(isLink))
    return [
      db
        .update(users)
        .set({ email, emailVerified: true, updatedAt: note.at })
        .where(and(eq(users.id, userId), isOpen)),
      db.delete(verifications).where(and(eq(verifications.value, userId), isOpen)),
      insertNoteIf(db, note, isOpen),
      db.delete(emailProofs).where(isLink).returning({ userId: emailProofs.userId }),
    ]
  })
  return redeemed.length > 0
}
