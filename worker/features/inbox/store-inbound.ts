import { isConflict } from '#dialect'
import { insertInbound } from '../../../db/queries/inbound.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { Inbound } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { outboxRow } from '../../queue/outbox.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'files' | 'jobs' | 'now' | 'newId'>
type Work = Parameters<typeof outboxRow>[1]
type Stored = Pick<Inbound, 'id' | 'source' | 'sourceKey' | 'rawKey' | 'rawBytes' | 'envelopeFrom' | 'envelopeTo'>

/**
 * Writes that something came in, whose raw form is in the files already, together with the job that reads it. The same
 * delivery again is stored once, and its second file goes.
 */
export async function storeInbound(needs: Needs, row: Stored, work: Work): Promise<'accepted' | 'repeated'> {
  const { db, officeId, files, jobs, now } = needs
  const job = outboxRow(needs, work)
  try {
    await commit(
      db,
      alone((db) => [insertInbound(db, { ...row, officeId, status: 'stored', createdAt: now() }), insertJob(db, job)]),
    )
  } catch (error) {
    if (!isConflict(error)) throw error
    await files.removeAll(row.rawKey)
    return 'repeated'
  }
  await jobs.send([job])
  return 'accepted'
}
