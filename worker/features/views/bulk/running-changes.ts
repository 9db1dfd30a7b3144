import type { z } from 'zod'
import { waitingJobs } from '../../../../db/queries/outbox.ts'
import { runningActs } from '../../../../db/queries/running-acts.ts'
import type { OfficeCtx } from '../../../context.ts'
import type { RunningChange } from '../../acts/input.ts'

const MOST_SHOWN = 20
const MOST_JOBS = 200

/** The large changes that are under way, and how far each is. */
export async function runningChanges({
  db,
  officeId,
}: Pick<OfficeCtx, 'db' | 'officeId'>): Promise<z.infer<typeof RunningChange>[]> {
  const acts = await runningActs(db, officeId, MOST_SHOWN)
  if (acts.length === 0) return []
  const jobs = await waitingJobs(db, officeId, MOST_JOBS)
  return acts.flatMap(({ id, title }) => {
    const piece = jobs.flatMap(({ job }) => (job.kind === 'bulk_piece' && job.actId === id ? job : [])).at(-1)
    return piece ? { id, title, record: piece.asked.record, done: piece.done, total: piece.total } : []
  })
}
