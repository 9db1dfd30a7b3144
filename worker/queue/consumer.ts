import { claimJob, finishJob, giveBackJob } from '../../db/queries/outbox.ts'
import type { OutboxRow } from '../../db/schema/jobs.ts'
import type { Ctx, OfficeCtx } from '../context.ts'
import { officeContextOf } from '../features/office/open-office.ts'
import { Refusal } from '../kernel/refusal.ts'
import { SECOND_MS } from '../kernel/time.ts'
import { delayAfter, MAX_ATTEMPTS } from './delay-after.ts'
import { JobMessage } from './jobs.ts'
import { runJob } from './run-job.ts'

/** Longer than any job takes, and short enough that a killed worker's job is soon another's. */
const LEASE_MS = 30 * SECOND_MS

/** Where the platform puts what it delivered too often. The outbox still knows the job, and the sweep sends it anew. */
const DEAD_QUEUE = 'foyer-dead-jobs'

/** Runs what a batch names. Each message stands for itself: one that fails is tried again alone. */
export async function consume(ctx: Ctx, batch: MessageBatch): Promise<void> {
  await Promise.all(batch.messages.map((message) => consumeOne(ctx, batch.queue, message)))
}

async function consumeOne(ctx: Ctx, queue: string, message: Message): Promise<void> {
  const parsed = JobMessage.safeParse(message.body)
  if (!parsed.success || queue === DEAD_QUEUE) {
    ctx.log.note('job_message_dropped', { queue, queueMessageId: message.id, attempts: message.attempts })
    return message.ack()
  }
  const retryAfterMs = await runClaimed(ctx, parsed.data).catch((error: unknown) => {
    // The database itself failed: nothing is recorded of the attempt, and the others of the batch are not to suffer.
    ctx.log.fault('job_not_recorded', error, parsed.data)
    return LEASE_MS
  })
  if (retryAfterMs === null) message.ack()
  else message.retry({ delaySeconds: Math.ceil(retryAfterMs / SECOND_MS) })
}

/** Claims the job, runs it and records the outcome. Answers after how long to try again, or null when it is settled. */
async function runClaimed(ctx: Ctx, { officeId, jobId }: JobMessage): Promise<number | null> {
  const needs = await officeContextOf(ctx, officeId)
  if (!needs) return null
  const leasedUntil = new Date(ctx.now().getTime() + LEASE_MS)
  const row = await claimJob(needs.db, officeId, jobId, ctx.now(), leasedUntil)
  if (!row) return null
  // Each attempt before this one took its worker down with it, for otherwise it would have been recorded.
  if (row.attempts > MAX_ATTEMPTS)
    return recordFailure(needs, row, new Refusal('invalid', 'This job never came to an end.'))
  try {
    await runJob(needs, row.job)
    await finishJob(needs.db, officeId, jobId, ctx.now())
    return null
  } catch (error) {
    return recordFailure(needs, row, error)
  }
}

/** A refusal will not change by trying again, but for what was not to be reached; that and faults are tried with growing delay. */
async function recordFailure(needs: OfficeCtx, row: OutboxRow, error: unknown): Promise<number | null> {
  const { db, officeId, log, now, desk } = needs
  const isFinal = error instanceof Refusal && error.code !== 'unavailable'
  const dead = isFinal || row.attempts >= MAX_ATTEMPTS
  const delayMs = delayAfter(row.attempts)
  log.fault('job_failed', error, { officeId, jobId: row.id, kind: row.job.kind, attempts: row.attempts, dead })
  const dueAt = new Date(now().getTime() + delayMs)
  const reason = error instanceof Refusal ? error.message : 'Something went wrong on our side.'
  await giveBackJob(db, officeId, row.id, { attempts: row.attempts, error: reason, dueAt, dead })
  if (dead) await desk.announce([{ topic: 'jobs', ids: [row.id], by: null }])
  return dead ? null : delayMs
}
