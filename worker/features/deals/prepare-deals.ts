import { insertLostReasons } from '../../../db/queries/deal-board.ts'
import { insertPipeline, insertStages } from '../../../db/queries/deals.ts'
import { listStages } from '../../../db/queries/pipelines.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { Stage } from '../../../db/schema/deals.ts'
import type { OfficeCtx } from '../../context.ts'

/** Name, kind, how likely a deal there is won in per cent, and after how many days it rots. */
const FIRST_STAGES: [string, Stage['kind'], number, number | null][] = [
  ['New enquiry', 'open', 20, 7],
  ['Talking', 'open', 40, 14],
  ['Quote sent', 'open', 60, 14],
  ['Won', 'won', 100, null],
  ['Lost', 'lost', 0, null],
]
const LOST_REASONS = ['Too expensive', 'Went elsewhere', 'No answer', 'Not our kind of work', 'Put off']

/**
 * Gives a new office its first pipeline, and does nothing where there is one. The pipeline goes by the office's own id, so
 * that of two that are made at once only the first is kept.
 */
export async function prepareDeals(needs: Pick<OfficeCtx, 'db' | 'officeId'>): Promise<void> {
  const { db, officeId } = needs
  if ((await listStages(db, officeId)).length > 0) return
  const stages = FIRST_STAGES.map(([name, kind, probability, rottingDays], position) => ({
    officeId,
    id: `${officeId}.${position}`,
    pipelineId: officeId,
    name,
    kind,
    position,
    probability,
    rottingDays,
  }))
  const reasons = LOST_REASONS.map((label, position) => ({ officeId, id: `${officeId}.${position}`, label, position }))
  await commit(
    db,
    alone((db) => [
      insertPipeline(db, { officeId, id: officeId, name: 'Sales', position: 0 }),
      insertStages(db, stages),
      insertLostReasons(db, reasons),
    ]),
  )
}
