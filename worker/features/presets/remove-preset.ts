import type { z } from 'zod'
import type { Trade } from '../../../db/schema/presets.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { StepNeeds } from '../acts/do-step.ts'
import type { PresetStep, Removal, RemovePreset } from './input.ts'
import { PRESETS } from './rules/presets.ts'
import { standingFor } from './standing.ts'
import { writePreset } from './write-preset.ts'

type Input = z.infer<typeof RemovePreset>

const isOf =
  ({ part }: Input) =>
  (trade: Trade) =>
    part === 'all' || trade.part === 'demo'

/** What would go with the preset, or with its made-up people, and what would stay. */
export async function previewRemoval(
  needs: Pick<StepNeeds, 'db' | 'officeId'>,
  input: Input,
): Promise<z.infer<typeof Removal>> {
  const { goes, stays } = (await standingFor(needs, isOf(input))).removal
  return { goes, stays }
}

/** Takes away what the preset made and nobody uses. What stays is named, and is the office's own from then on. */
export async function removePreset(needs: StepNeeds, input: Input): Promise<z.infer<typeof PresetStep>> {
  const { trades, removal } = await standingFor(needs, isOf(input))
  const [trade] = trades.filter(isOf(input))
  if (!trade) throw new Refusal('conflict', 'There is nothing of this kind in the office any more. Look again.')
  const name = PRESETS[trade.preset].name.toLowerCase()
  const title =
    input.part === 'demo' ? `Removed the made-up people of the ${name}` : `Removed the preset for the ${name}`
  return { ...(await writePreset(needs, title, removal.changes)), stays: removal.stays }
}
