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

/** Gives a new office its first pipeline. Does nothing where there is one. */
export async function prepareDeals(needs: Pick<OfficeCtx, 'db' | 'officeId' | 'newId'>): Promise<void> {
  const { db, officeId, newId } = needs
  if ((await listStages(db, officeId)).length > 0) return
  const pipelineId = newId()
  const stages = FIRST_STAGES.map(([name, kind], position) => ({
    officeId,
    id: newId(),
    pipelineId,
    name,
    kind,
    position,
  }))
  await commit(
    db,
    alone((db) => [
      insertPipeline(db, { officeId, id: pipelineId, name: 'Sales', position: 0 }),
      insertStages(db, stages),
    ]),
  )
}
