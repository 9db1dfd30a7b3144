import type { NewOutboxRow } from '../../db/schema/jobs.ts'
import type { OfficeId } from '../kernel/ids.ts'
import type { Job } from './jobs.ts'

/** The port to the queue. Sending is a courtesy to the impatient: what is not sent, the sweep finds. */
export type Jobs = { send(rows: Pick<NewOutboxRow, 'officeId' | 'id'>[]): Promise<void> }

type Needs = { officeId: OfficeId; now: () => Date; newId: () => string }

/**
 * The outbox row for a job: write it in the same `atomically` as what it follows from, then `jobs.send` it. Where the
 * job must exist only once, its caller names the id, and the second write is refused as a conflict.
 */
export function outboxRow(needs: Needs, job: Job, id = needs.newId()): NewOutboxRow {
  const at = needs.now()
  return { officeId: needs.officeId, id, job, dueAt: at, createdAt: at }
}
