import type { z } from 'zod'
import { listLostReasons } from '../../../db/queries/deal-board.ts'
import { listStages, listPipelines as rows } from '../../../db/queries/pipelines.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Pipelines } from './input.ts'

/** The pipelines with their stages, and why deals are lost here. */
export async function listPipelines({
  db,
  officeId,
}: Pick<OfficeCtx, 'db' | 'officeId'>): Promise<z.infer<typeof Pipelines>> {
  const [pipelines, stages, lostReasons] = await Promise.all([
    rows(db, officeId),
    listStages(db, officeId),
    listLostReasons(db, officeId),
  ])
  const withStages = pipelines.map((pipeline) => ({
    ...pipeline,
    stages: stages.filter(({ pipelineId }) => pipelineId === pipeline.id),
  }))
  return { pipelines: withStages, lostReasons }
}
