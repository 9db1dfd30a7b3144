import type { z } from 'zod'
import { PRESET_PARTS, type PresetPart } from '../../../db/schema/presets.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { recorded, withNextVersion } from '../acts/plan-act.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { demoRows } from './demo-rows.ts'
import type { ApplyPreset, PresetStep } from './input.ts'
import { knownNames } from './rules/known-names.ts'
import type { Preset } from './rules/preset.ts'
import { PRESETS } from './rules/presets.ts'
import { setUpRows } from './set-up-rows.ts'
import { type Standing, standingFor, withChanges } from './standing.ts'
import { writePreset } from './write-preset.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'member'>

/**
 * Sets the office up for a trade in one step; what the preset before made, and nobody uses, goes in the same step. Of the
 * preset that it has already only the made-up people can be added.
 */
export async function applyPreset(
  needs: Needs,
  { preset: key, withDemo }: z.infer<typeof ApplyPreset>,
): Promise<z.infer<typeof PresetStep>> {
  const preset = PRESETS[key]
  const standing = await standingFor(needs, (trade) => trade.preset !== key)
  const has = (part: PresetPart) => standing.trades.some((trade) => trade.preset === key && trade.part === part)
  if (has('setup') && (has('demo') || !withDemo))
    throw new Refusal('conflict', `This office is set up for the ${preset.name.toLowerCase()} already.`)
  const setUp = has('setup') ? [] : setUpRows(needs, preset, standing, knownNames(standing.rows, preset))
  const demo = withDemo ? await demoRows(needs, preset, withChanges(standing.rows, setUp)) : []
  const changes = [
    ...standing.removal.changes,
    ...setUp,
    ...demo,
    ...PRESET_PARTS.flatMap((part) => {
      const rows = part === 'setup' ? setUp : demo
      return (part === 'setup' ? has('setup') : !withDemo) ? [] : [tradeRow(needs, preset, part, rows)]
    }),
  ]
  const step = await writePreset(needs, titleOf(preset, standing, has('setup')), changes)
  return { ...step, stays: standing.removal.stays }
}

const tradeRow = ({ newId, now }: Needs, preset: Preset, part: PresetPart, rows: RowChange[]): RowChange => {
  const made = rows.map((row) => recorded(withNextVersion(row)))
  const after = { id: newId(), part, preset: preset.key, made, createdAt: now().getTime() }
  return { table: 'trades', before: null, after }
}

function titleOf({ name }: Preset, { trades }: Standing, isMoreDemo: boolean): string {
  if (isMoreDemo) return `Added made-up people for the ${name.toLowerCase()}`
  const before = trades.find(({ part }) => part === 'setup')
  const from = before ? ` instead of the ${PRESETS[before.preset].name.toLowerCase()}` : ''
  return `Set up for the ${name.toLowerCase()}${from}`
}
