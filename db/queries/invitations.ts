import { and, asc, eq, exists, gt, isNull, sql } from 'drizzle-orm'
import { atomically } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Note } from '../schema/audit.ts'
import type { Db } from '../schema/index.ts'
import { type Invitation, invitations, members, type NewInvitation, offices } from '../schema/office.ts'
import { insertNote, insertNoteIf } from './audit.ts'
import { takeTurns } from './office.ts'
import { confirmEmail } from './sign-in.ts'

const isInvitation = (officeId: OfficeId, id: string) => and(eq(invitations.officeId, officeId), eq(invitations.id, id))
const isOpen = () => and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))

/** Writes the invitation in place of the open ones to the same address, whose links are worthless from then on. */
export async function replaceInvitation(directory: Db, invitation: NewInvitation, note: Note) {
  const { officeId, email, createdAt } = invitation
  await atomically(directory, (db) => [
    db
      .update(invitations)
      .set({ revokedAt: createdAt })
      .where(and(eq(invitations.officeId, officeId), eq(invitations.email, email), isOpen())),
    db.insert(invitations).values(invitation),
    insertNote(db, note),
  ])
}

/** The invitation with its office, if it can still be accepted. */
export async function openInvitation(directory: Db, officeId: OfficeId, id: string, now: Date) {
  const [found] = await directory
    .select({ invitation: invitations, office: offices })
    .from(invitations)
    .innerJoin(offices, eq(offices.id, invitations.officeId))
    .where(and(isInvitation(officeId, id), isOpen(), gt(invitations.expiresAt, now)))
  return found ?? null
}

export async function openInvitations(directory: Db, officeId: OfficeId, now: Date) {
  return directory
    .select()
    .from(invitations)
    .where(and(eq(invitations.officeId, officeId), isOpen(), gt(invitations.expiresAt, now)))
    .orderBy(asc(invitations.createdAt), asc(invitations.id))
}

/** False: there is no such invitation, or it is no longer open. */
export async function closeInvitation(directory: Db, officeId: OfficeId, id: string, note: Note): Promise<boolean> {
  const isClosable = and(isInvitation(officeId, id), isOpen())
  const [, , closed] = await atomically(directory, (db) => [
    takeTurns(db, officeId),
    insertNoteIf(db, note, exists(db.select({ id: invitations.id }).from(invitations).where(isClosable))),
    db.update(invitations).set({ revokedAt: note.at }).where(isClosable).returning({ id: invitations.id }),
  ])
  return closed.length > 0
}

/**
 * Makes the user a member, if the invitation still is open when it is written. Who is a member already keeps their role.
 * False: it was revoked, or accepted by somebody else, a moment ago.
 */
export async function joinOffice(directory: Db, invitation: Invitation, note: Note): Promise<boolean> {
  const { officeId, id } = invitation
  const { userId, at: now } = note
  const isAccepted = and(isInvitation(officeId, id), eq(invitations.acceptedAt, now))
  const [accepted] = await atomically(directory, (db) => {
    const membership = db
      .select({
        officeId: invitations.officeId,
        userId: sql<string>`${userId}`.as('user_id'),
        role: invitations.role,
        timeZone: sql<null>`null`.as('time_zone'),
        createdAt: sql<Date>`${sql.param(now, members.createdAt)}`.as('created_at'),
      })
      .from(invitations)
      .where(isAccepted)
    return [
      db
        .update(invitations)
        .set({ acceptedAt: now })
        .where(and(isInvitation(officeId, id), isOpen()))
        .returning({ id: invitations.id }),
      db.insert(members).select(membership).onConflictDoNothing(),
      confirmEmail(db, userId, now),
      insertNoteIf(db, note, exists(db.select({ id: invitations.id }).from(invitations).where(isAccepted))),
    ]
  })
  return accepted.length > 0
}
