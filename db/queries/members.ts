import { aliasedTable, and, asc, eq, exists, ne, notExists, or } from 'drizzle-orm'
import { atomically } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Note } from '../schema/audit.ts'
import { calendarFeeds } from '../schema/calendars.ts'
import type { Db } from '../schema/index.ts'
import { type Member, members } from '../schema/office.ts'
import { sessions, users } from '../schema/sign-in.ts'
import { insertNoteIf } from './audit.ts'
import { takeTurns } from './office.ts'

export async function membersOf(directory: Db, officeId: OfficeId) {
  return directory
    .select({
      ...{ userId: members.userId, name: users.name, email: users.email },
      ...{ role: members.role, timeZone: members.timeZone },
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.officeId, officeId))
    .orderBy(asc(members.createdAt), asc(members.userId))
}

const isMember = (officeId: OfficeId, userId: string) => and(eq(members.officeId, officeId), eq(members.userId, userId))

/** The zone in which a member works; null for the office's. */
export const setTimeZoneOf = (directory: Db, officeId: OfficeId, userId: string, timeZone: string | null) =>
  directory.update(members).set({ timeZone }).where(isMember(officeId, userId))

/** True of every member but the only owner: the guard stands in the statement that could leave an office without one. */
function leavesAnOwner(db: Db, officeId: OfficeId, userId: string) {
  const other = aliasedTable(members, 'other')
  const others = db
    .select({ userId: other.userId })
    .from(other)
    .where(and(eq(other.officeId, officeId), eq(other.role, 'owner'), ne(other.userId, userId)))
  return or(ne(members.role, 'owner'), exists(others))
}

const memberAs = (db: Db, officeId: OfficeId, userId: string, role: Member['role']) =>
  db
    .select({ userId: members.userId })
    .from(members)
    .where(and(isMember(officeId, userId), eq(members.role, role)))

/** Gives the member another role. False: there is no such member, or it is the last owner. */
export async function setRole(
  directory: Db,
  officeId: OfficeId,
  userId: string,
  role: Member['role'],
  note: Note,
): Promise<boolean> {
  const [, changed] = await atomically(directory, (db) => [
    takeTurns(db, officeId),
    db
      .update(members)
      .set({ role })
      .where(and(isMember(officeId, userId), role === 'owner' ? undefined : leavesAnOwner(db, officeId, userId)))
      .returning({ userId: members.userId }),
    insertNoteIf(db, note, exists(memberAs(db, officeId, userId, role))),
  ])
  return changed.length > 0
}

const removable = (db: Db, officeId: OfficeId, userId: string) =>
  db
    .select({ userId: members.userId })
    .from(members)
    .where(and(isMember(officeId, userId), leavesAnOwner(db, officeId, userId)))

/** Removes the member, closes the office in their sessions, and ends the address of their calendar. False: there is no such member, or it is the last owner. */
export async function removeMembership(
  directory: Db,
  officeId: OfficeId,
  userId: string,
  note: Note,
): Promise<boolean> {
  const [, , removed] = await atomically(directory, (db) => [
    takeTurns(db, officeId),
    insertNoteIf(db, note, exists(removable(db, officeId, userId))),
    db
      .delete(members)
      .where(and(isMember(officeId, userId), leavesAnOwner(db, officeId, userId)))
      .returning({ userId: members.userId }),
    db
      .update(sessions)
      .set({ officeId: null })
      .where(
        and(
          eq(sessions.userId, userId),
          eq(sessions.officeId, officeId),
          notExists(db.select({ userId: members.userId }).from(members).where(isMember(officeId, userId))),
        ),
      ),
    db
      .delete(calendarFeeds)
      .where(
        and(
          ...[eq(calendarFeeds.officeId, officeId), eq(calendarFeeds.whose, 'member'), eq(calendarFeeds.whoId, userId)],
          notExists(db.select({ userId: members.userId }).from(members).where(isMember(officeId, userId))),
        ),
      ),
  ])
  return removed.length > 0
}
