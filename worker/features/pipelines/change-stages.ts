import type { z } from 'zod'
import { countDealsIn, listStages } from '../../../db/queries/pipelines.ts'
import type { Stage } from '../../../db/schema/deals.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { AddStage, ChangeStage, MoveStage, RemoveStage } from './input.ts'
import { stepped, withStage } from './rules/placed.ts'
import { likelihood, mayRemoveStage, mayTurnInto } from './rules/refusals.ts'
import { type Done, insistOn, knownRow, type Needs, placing, writeStep } from './write-step.ts'

/** A stage after the others of its kind. */
export async function addStage(needs: Needs, input: z.infer<typeof AddStage>): Promise<Done> {
  const { db, officeId, newId } = needs
  const { pipelineId, name, kind, rottingDays } = input
  await knownRow(needs, 'pipelines', pipelineId)
  const id = newId()
  const order = withStage<{ id: string; kind: Stage['kind'] }>(await listStages(db, officeId, pipelineId), { id, kind })
  const ids = order.map((stage) => stage.id)
  const probability = likelihood(kind, input.probability)
  const after = { id, pipelineId, name, kind, probability, rottingDays, position: ids.indexOf(id), archivedAt: null }
  return writeStep(needs, id, `Added ${name}`, [
    { table: 'stages', before: null, after },
    ...(await placing(needs, 'stages', ids)),
  ])
}

/** Changes a stage. It cannot turn into another kind while deals stand in it, or as the last of its kind. */
export async function changeStage(needs: Needs, input: z.infer<typeof ChangeStage>): Promise<Done> {
  const { id, name, kind, rottingDays } = input
  const { before, stage, stages, deals } = await whole(needs, id)
  insistOn(mayTurnInto(kind, stage, stages, deals))
  const after = { ...before, name, kind, rottingDays, probability: likelihood(kind, input.probability) }
  return writeStep(needs, id, `Changed ${name}`, [{ table: 'stages', before, after }])
}

export async function moveStage(needs: Needs, { id, direction }: z.infer<typeof MoveStage>): Promise<Done> {
  const { stage, stages } = await whole(needs, id)
  const ids = stages.map((each) => each.id)
  return writeStep(needs, id, `Moved ${stage.name}`, await placing(needs, 'stages', stepped(ids, id, direction)))
}

/** Puts a stage away. Refused while a deal stands in it, and for the last of its kind. */
export async function removeStage(needs: Needs, { id }: z.infer<typeof RemoveStage>): Promise<Done> {
  const { before, stage, stages, deals } = await whole(needs, id)
  insistOn(mayRemoveStage(stage, stages, deals))
  const after = { ...before, archivedAt: needs.now().getTime() }
  return writeStep(needs, id, `Removed ${stage.name}`, [{ table: 'stages', before, after }])
}

/** A stage with the others of its pipeline, and how many deals stand in it. */
async function whole(needs: Needs, id: string) {
  const { db, officeId } = needs
  const before = await knownRow(needs, 'stages', id)
  const [all, deals] = await Promise.all([
    listStages(db, officeId, String(before.pipelineId)),
    countDealsIn(db, officeId, { stageId: id }),
  ])
  const stages = all.filter(({ archivedAt }) => archivedAt === null)
  const stage = stages.find((each) => each.id === id)
  if (!stage) throw notFound('stage')
  return { before, stage, stages, deals }
}
