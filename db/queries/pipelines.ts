import { and, asc, count, eq, exists, isNull, or } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { deals, pipelines, type Stage, stages } from '../schema/deals.ts'
import type { Db } from '../schema/index.ts'

export type Pipeline = { id: string; name: string; position: number }

/** A stage in which a deal still stands, whatever became of the stage meanwhile: a deal is never out of sight. */
const hasDeals = (db: Db, officeId: OfficeId) =>
  exists(
    db
      .select({ id: deals.id })
      .from(deals)
      .where(and(eq(deals.officeId, officeId), eq(deals.stageId, stages.id), isNull(deals.archivedAt))),
  )

/** The stages of one pipeline or of all, in their order. One that was put away is shown while a deal stands in it. */
export async function listStages(db: Db, officeId: OfficeId, pipelineId: string | null = null): Promise<Stage[]> {
  const found = await db
    .select({ stage: stages })
    .from(stages)
    .innerJoin(pipelines, and(eq(pipelines.officeId, officeId), eq(pipelines.id, stages.pipelineId)))
    .where(
      and(
        eq(stages.officeId, officeId),
        pipelineId === null ? undefined : eq(stages.pipelineId, pipelineId),
        or(and(isNull(stages.archivedAt), isNull(pipelines.archivedAt)), hasDeals(db, officeId)),
      ),
    )
    .orderBy(asc(pipelines.position), asc(pipelines.id), asc(stages.position), asc(stages.id))
  return found.map(({ stage }) => stage)
}

/** The pipelines in their order. One that was put away is shown while a deal stands in it. */
export async function listPipelines(db: Db, officeId: OfficeId): Promise<Pipeline[]> {
  const stageWithDeals = db
    .select({ id: stages.id })
    .from(stages)
    .where(and(eq(stages.officeId, officeId), eq(stages.pipelineId, pipelines.id), hasDeals(db, officeId)))
  return db
    .select({ id: pipelines.id, name: pipelines.name, position: pipelines.position })
    .from(pipelines)
    .where(and(eq(pipelines.officeId, officeId), or(isNull(pipelines.archivedAt), exists(stageWithDeals))))
    .orderBy(asc(pipelines.position), asc(pipelines.id))
}

/** How many deals stand in a stage, or in all stages of a pipeline. */
export async function countDealsIn(
  db: Db,
  officeId: OfficeId,
  where: { stageId: string } | { pipelineId: string },
): Promise<number> {
  const [found] = await db
    .select({ count: count() })
    .from(deals)
    .innerJoin(stages, and(eq(stages.officeId, officeId), eq(stages.id, deals.stageId)))
    .where(
      and(
        eq(deals.officeId, officeId),
        isNull(deals.archivedAt),
        'stageId' in where ? eq(stages.id, where.stageId) : eq(stages.pipelineId, where.pipelineId),
      ),
    )
  return found?.count ?? 0
}
