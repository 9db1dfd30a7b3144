import { and, desc, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { audit, type Note } from '../schema/audit.ts'
import type { Db } from '../schema/index.ts'
import { members } from '../schema/office.ts'
import { sessions, users } from '../schema/sign-in.ts'

/** The statement that notes an act; for `atomically`, together with the act. */
export const insertNote = (db: Db, note: Note) => db.insert(audit).values(note)

const ONE_ROW = sql`(select 1) as one_row`

/** The columns of a note that is inserted by a `select`. */
const selected = ({ id, officeId = null, kind, subjectId = null, at }: Omit<Note, 'userId'>, userId: SQL<string>) => ({
  id: sql<string>`${id}`.as('id'),
  officeId: sql<OfficeId | null>`${officeId}`.as('office_id'),
  userId: userId.as('user_id'),
  kind: sql<Note['kind']>`${kind}`.as('kind'),
  subjectId: sql<string | null>`${subjectId}`.as('subject_id'),
  at: sql<Date>`${sql.param(at, audit.at)}`.as('at'),
})

/** The same where the condition holds when the statement runs, because the act itself may be refused by then. */
export const insertNoteIf = (db: Db, note: Note, condition: SQL | undefined) =>
  db.insert(audit).select(
    db
      .select(selected(note, sql<string>`${note.userId}`))
      .from(ONE_ROW)
      .where(condition),
  )

/** An act whose user is not known yet when it is noted. */
type Unnamed = Pick<Note, 'id' | 'kind' | 'at'>

/** Notes the act of whoever has the address; in one statement, whether or not anybody does. */
export async function noteByEmail(directory: Db, email: string, note: Unnamed) {
  const whose = directory
    .select(selected(note, sql<string>`${users.id}`))
    .from(users)
    .where(eq(users.email, email))
  await directory.insert(audit).select(whose)
}

/** The statement that notes the act of whoever a session belongs to. */
export const insertNoteBySession = (db: Db, tokenHash: string, note: Unnamed) =>
  db.insert(audit).select(
    db
      .select(selected(note, sql<string>`${sessions.userId}`))
      .from(sessions)
      .where(eq(sessions.token, tokenHash)),
  )

const { id, kind, userId, subjectId, at } = audit
const shown = { id, kind, userId, subjectId, at, name: users.name }
const newestFirst = [desc(at), desc(id)]

const ofOffice = (directory: Db, officeId: OfficeId, limit: number) =>
  directory
    .select(shown)
    .from(audit)
    .leftJoin(users, eq(users.id, userId))
    .where(eq(audit.officeId, officeId))
    .orderBy(...newestFirst)
    .limit(limit)

const ofMembers = (directory: Db, officeId: OfficeId, limit: number) =>
  directory
    .select(shown)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(audit, and(eq(userId, members.userId), isNull(audit.officeId), gte(at, members.createdAt)))
    .where(eq(members.officeId, officeId))
    .orderBy(...newestFirst)
    .limit(limit)

/**
 * What happened in an office, newest first: what was done to it, and what its members did with their accounts since they
 * joined it. Two reads, because one with an `or` would look through the notes of all offices.
 */
export async function notesOf(directory: Db, officeId: OfficeId, limit: number) {
  const found = await Promise.all([ofOffice(directory, officeId, limit), ofMembers(directory, officeId, limit)])
  const byTime = (a: Date, b: Date) => b.getTime() - a.getTime()
  return found
    .flat()
    .sort((a, b) => byTime(a.at, b.at) || (a.id < b.id ? 1 : -1))
    .slice(0, limit)
}

export async function removeOldNotes(directory: Db, before: Date) {
  await directory.delete(audit).where(lt(audit.at, before))
}
