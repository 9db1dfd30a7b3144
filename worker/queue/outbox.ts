import type { NewOutboxRow } from '../../db/schema/jobs.ts'
import type { OfficeId } from '../kernel/ids.ts'
import type { Job } from './jobs.ts'

/** The port to the queue. Sending is a courtesy to the impatient: what is not sent, the sweep finds. */
export type Jobs = { send(rows: Pick<NewOutboxRow, 'officeId' | 'id'>[]): Promise<void> }

type Needs = { officeId: OfficeId; now: () => Date; newId: () => string }

/** The outbox row for a job: write it in the same `atomically` as what it follows from, then `jobs.send` it. */
export function outboxRow(needs: Needs, job: Job): NewOutboxRow {
  const at = needs.now()
  return { officeId: needs.officeId, id: needs.newId(), job, dueAt: at, createdAt: at }
}
