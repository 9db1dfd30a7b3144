import { and, asc, eq, isNull, lt, lte, or } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Db } from '../schema/index.ts'
import { type NewOutboxRow, type OutboxRow, outbox } from '../schema/jobs.ts'

const isRow = (officeId: OfficeId, id: string) => and(eq(outbox.officeId, officeId), eq(outbox.id, id))
const isFree = (now: Date) => or(isNull(outbox.leasedUntil), lt(outbox.leasedUntil, now))

/** The statement that leaves a job; for `atomically`. */
export const insertJob = (db: Db, row: NewOutboxRow) => db.insert(outbox).values(row)

export async function jobById(db: Db, officeId: OfficeId, id: string): Promise<OutboxRow | null> {
  const [row] = await db.select().from(outbox).where(isRow(officeId, id))
  return row ?? null
}

/** Takes the job for the length of a lease and counts the attempt. Null: done, dead, not due, or at work elsewhere. */
export async function claimJob(db: Db, officeId: OfficeId, id: string, now: Date, leasedUntil: Date) {
  const [row] = await db
    .select()
    .from(outbox)
    .where(and(isRow(officeId, id), eq(outbox.status, 'waiting'), lte(outbox.dueAt, now), isFree(now)))
  if (!row) return null
  const [claimed] = await db
    .update(outbox)
    .set({ leasedUntil, attempts: row.attempts + 1 })
    // The attempt that was read is the guard: of two workers that read the same one, one finds it moved on.
    .where(and(isRow(officeId, id), eq(outbox.status, 'waiting'), eq(outbox.attempts, row.attempts)))
    .returning()
  return claimed ?? null
}

export async function finishJob(db: Db, officeId: OfficeId, id: string, now: Date) {
  await db
    .update(outbox)
    .set({ status: 'done', leasedUntil: null, lastError: null, finishedAt: now })
    .where(isRow(officeId, id))
}

/** All that wait in the office were done, outside of the queue. */
export async function finishJobs(db: Db, officeId: OfficeId, now: Date) {
  await db
    .update(outbox)
    .set({ status: 'done', finishedAt: now })
    .where(and(eq(outbox.officeId, officeId), eq(outbox.status, 'waiting')))
}

/**
 * Gives the job back after a failure: to be tried again at `dueAt`, or never when it is dead. `attempts` is what the claim
 * answered: a worker whose lease ran out must not take the job from the one who has it now.
 */
export async function giveBackJob(
  db: Db,
  officeId: OfficeId,
  id: string,
  failure: { attempts: number; error: string; dueAt: Date; dead: boolean },
) {
  await db
    .update(outbox)
    .set({
      status: failure.dead ? 'dead' : 'waiting',
      leasedUntil: null,
      lastError: failure.error,
      dueAt: failure.dueAt,
    })
    .where(and(isRow(officeId, id), eq(outbox.status, 'waiting'), eq(outbox.attempts, failure.attempts)))
}

/** Of all offices of a database, because the sweep serves whoever was forgotten: what is due and in nobody's hands. */
export async function dueJobs(db: Db, now: Date, limit: number): Promise<Pick<OutboxRow, 'officeId' | 'id'>[]> {
  return db
    .select({ officeId: outbox.officeId, id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.status, 'waiting'), lte(outbox.dueAt, now), isFree(now)))
    .orderBy(asc(outbox.dueAt))
    .limit(limit)
}

/** Of all offices of a database: finished jobs have told all they know and may go. */
export async function removeFinishedJobs(db: Db, before: Date) {
  await db.delete(outbox).where(and(eq(outbox.status, 'done'), lt(outbox.finishedAt, before)))
}

/** The jobs of the office that wait, the oldest first. */
export const waitingJobs = (db: Db, officeId: OfficeId, limit: number) =>
  db
    .select({ id: outbox.id, job: outbox.job })
    .from(outbox)
    .where(and(eq(outbox.officeId, officeId), eq(outbox.status, 'waiting')))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(limit)

export async function deadJobs(db: Db, officeId: OfficeId, limit: number) {
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.officeId, officeId), eq(outbox.status, 'dead')))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(limit)
}

/** Lets a dead job try again from the start. False: there is no such dead job. */
export async function reviveJob(db: Db, officeId: OfficeId, id: string, now: Date): Promise<boolean> {
  const revived = await db
    .update(outbox)
    .set({ status: 'waiting', attempts: 0, dueAt: now, lastError: null })
    .where(and(isRow(officeId, id), eq(outbox.status, 'dead')))
    .returning({ id: outbox.id })
  return revived.length > 0
}
