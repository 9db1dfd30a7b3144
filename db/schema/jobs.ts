import { index, instant, json, primaryKey, table, text, whole } from '#dialect'
import type { Job } from '../../worker/queue/jobs.ts'
import { createdAt, ofOffice } from './columns.ts'

export const JOB_STATUSES = ['waiting', 'done', 'dead'] as const

/**
 * Work that must happen because of a write that has committed. A row is done when its effect is recorded, not when it
 * was sent: a queue may lose or repeat what it was given.
 */
export const outbox = table(
  'outbox',
  {
    ...ofOffice(),
    job: json<Job>('job').notNull(),
    status: text('status', { enum: JOB_STATUSES }).notNull().default('waiting'),
    attempts: whole('attempts').notNull().default(0),
    /** Not to be run before. */
    dueAt: instant('due_at').notNull(),
    /** While this lies ahead somebody is at work on it. */
    leasedUntil: instant('leased_until'),
    lastError: text('last_error'),
    createdAt: createdAt(),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    index('outbox_due').on(t.status, t.dueAt),
    index('outbox_office').on(t.officeId, t.status, t.createdAt),
  ],
)

export type OutboxRow = typeof outbox.$inferSelect
export type NewOutboxRow = typeof outbox.$inferInsert
