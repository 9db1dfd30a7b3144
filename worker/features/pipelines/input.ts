import { z } from 'zod'
import { pipelineId, StageShown, stageId } from '../deals/input.ts'

const NAME_LENGTH = 60
const MOST_DAYS = 3650

const name = z.string().trim().min(1, 'Please give it a name.').max(NAME_LENGTH)
const direction = z.enum(['up', 'down'])
const reasonId = z.string().meta({ ref: 'lost_reasons' })

export const Pipelines = z.object({
  pipelines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      stages: z.array(StageShown.extend({ probability: z.number(), rottingDays: z.number().nullable() })),
    }),
  ),
  lostReasons: z.array(z.object({ id: z.string(), label: z.string() })),
})

/** A step of an owner, by which it can be taken back. */
export const Step = z.object({ id: z.string(), actId: z.string(), title: z.string() })

export const AddPipeline = z.object({ name })
export const RenamePipeline = z.object({ id: pipelineId, name })
export const MovePipeline = z.object({ id: pipelineId, direction })
export const RemovePipeline = z.object({ id: pipelineId })

const stageFields = {
  name,
  kind: z.enum(['open', 'won', 'lost']),
  /** How likely an open deal here is won, in per cent. */
  probability: z.number().int().min(0).max(100),
  rottingDays: z.number().int().min(1).max(MOST_DAYS).nullable(),
}
export const AddStage = z.object({ pipelineId, ...stageFields })
export const ChangeStage = z.object({ id: stageId, ...stageFields })
export const MoveStage = z.object({ id: stageId, direction })
export const RemoveStage = z.object({ id: stageId })

export const AddReason = z.object({ label: name })
export const RenameReason = z.object({ id: reasonId, label: name })
export const MoveReason = z.object({ id: reasonId, direction })
export const RemoveReason = z.object({ id: reasonId })
