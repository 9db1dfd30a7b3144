import type { z } from 'zod'
import { countDealsIn, listPipelines } from '../../../db/queries/pipelines.ts'
import type { AddPipeline, MovePipeline, RemovePipeline, RenamePipeline } from './input.ts'
import { stepped } from './rules/placed.ts'
import { mayRemovePipeline } from './rules/refusals.ts'
import { type Done, insistOn, knownRow, type Needs, placing, writeStep } from './write-step.ts'

/** What every pipeline needs; the owner adds the stages between. */
const FIRST_STAGES = [
  { name: 'New', kind: 'open', probability: 20 },
  { name: 'Won', kind: 'won', probability: 100 },
  { name: 'Lost', kind: 'lost', probability: 0 },
] as const

/** A pipeline below the others, with the least stages that one needs. */
export async function addPipeline(needs: Needs, { name }: z.infer<typeof AddPipeline>): Promise<Done> {
  const { db, officeId, newId } = needs
  const id = newId()
  const position = (await listPipelines(db, officeId)).reduce((most, each) => Math.max(most, each.position + 1), 0)
  const stages = FIRST_STAGES.map((stage, n) => ({
    ...{ id: newId(), pipelineId: id, ...stage, position: n, rottingDays: null, archivedAt: null },
  }))
  return writeStep(needs, id, `Added ${name}`, [
    { table: 'pipelines', before: null, after: { id, name, position, archivedAt: null } },
    ...stages.map((after) => ({ table: 'stages' as const, before: null, after })),
  ])
}

export async function renamePipeline(needs: Needs, { id, name }: z.infer<typeof RenamePipeline>): Promise<Done> {
  const before = await knownRow(needs, 'pipelines', id)
  const title = `Renamed ${before.name} to ${name}`
  return writeStep(needs, id, title, [{ table: 'pipelines', before, after: { ...before, name } }])
}

export async function movePipeline(needs: Needs, { id, direction }: z.infer<typeof MovePipeline>): Promise<Done> {
  const row = await knownRow(needs, 'pipelines', id)
  const ids = (await listPipelines(needs.db, needs.officeId)).map((each) => each.id)
  return writeStep(needs, id, `Moved ${row.name}`, await placing(needs, 'pipelines', stepped(ids, id, direction)))
}

/** Puts a pipeline away. Refused while a deal stands in it, and for the last one. */
export async function removePipeline(needs: Needs, { id }: z.infer<typeof RemovePipeline>): Promise<Done> {
  const { db, officeId, now } = needs
  const before = await knownRow(needs, 'pipelines', id)
  const [pipelines, deals] = await Promise.all([
    listPipelines(db, officeId),
    countDealsIn(db, officeId, { pipelineId: id }),
  ])
  insistOn(mayRemovePipeline(String(before.name), pipelines.length, deals))
  const after = { ...before, archivedAt: now().getTime() }
  return writeStep(needs, id, `Removed ${before.name}`, [{ table: 'pipelines', before, after }])
}
