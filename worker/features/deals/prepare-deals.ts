import { insertPipeline, insertStages, listStages } from '../../../db/queries/deals.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { Stage } from '../../../db/schema/deals.ts'
import type { OfficeCtx } from '../../context.ts'

const FIRST_STAGES: [string, Stage['kind']][] = [
  ['New enquiry', 'open'],
  ['Talking', 'open'],
  ['Quote sent', 'open'],
  ['Won', 'won'],
  ['Lost', 'lost'],
]

/**
 * Gives a new office its first pipeline, and does nothing where there is one. The pipeline goes by the office's own id, so
 * that of two that are made at once only the first is kept.
 */
export async function prepareDeals(needs: Pick<OfficeCtx, 'db' | 'officeId'>): Promise<void> {
  const { db, officeId } = needs
  if ((await listStages(db, officeId)).length > 0) return
  const stages = FIRST_STAGES.map(([name, kind], position) => ({
    officeId,
    id: `${officeId}.${position}`,
    pipelineId: officeId,
    name,
    kind,
    position,
  }))
  await commit(
    db,
    alone((db) => [
      insertPipeline(db, { officeId, id: officeId, name: 'Sales', position: 0 }),
      insertStages(db, stages),
    ]),
  )
}
