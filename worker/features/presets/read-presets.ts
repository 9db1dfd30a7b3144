import type { z } from 'zod'
import { tradesOf } from '../../../db/queries/presets.ts'
import type { OfficeCtx } from '../../context.ts'
import { demoPeople } from './demo-rows.ts'
import type { PresetPreview, PresetsShown, PreviewPreset } from './input.ts'
import { knownNames } from './rules/known-names.ts'
import { PRESET_KEYS } from './rules/preset.ts'
import { PRESETS } from './rules/presets.ts'
import { standingFor } from './standing.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** The presets there are, and the one that the office has. */
export async function readPresets({ db, officeId }: Needs): Promise<z.infer<typeof PresetsShown>> {
  const trades = await tradesOf(db, officeId)
  const [first] = trades
  return {
    presets: PRESET_KEYS.map((key) => ({ key, name: PRESETS[key].name, lead: PRESETS[key].lead })),
    current: first
      ? {
          ...{ key: first.preset, name: PRESETS[first.preset].name, since: first.createdAt },
          hasDemo: trades.some(({ part }) => part === 'demo'),
        }
      : null,
  }
}

/** What would come with a preset, and what of it is there by that name and would be left. */
export async function previewPreset(
  needs: Needs,
  { preset: key }: z.infer<typeof PreviewPreset>,
): Promise<z.infer<typeof PresetPreview>> {
  const preset = PRESETS[key]
  const { trades, removal, rows, starter } = await standingFor(needs, (trade) => trade.preset !== key)
  const known = knownNames(rows, preset)
  const people = await demoPeople(needs, preset)
  const coming = people.filter(({ isThere }) => !isThere)
  return {
    ...{ key, name: preset.name, lead: preset.lead },
    words: { ...preset.words, isThere: known.words },
    fields: preset.fields.map(({ record, label, kind, options = [] }) => ({
      ...{ record, label, kind, options: [...options] },
      isThere: known.field({ key: '', record, label, kind }),
    })),
    pipeline: {
      ...{ name: preset.pipeline.name, isThere: known.pipeline, stages: [...preset.pipeline.stages] },
      putsAside: known.pipeline || !starter ? null : String(starter.name),
    },
    lostReasons: preset.lostReasons.map((label) => ({ label, isThere: known.reason(label) })),
    templates: preset.templates.map((template) => ({
      ...{ title: template.title, daysAfter: template.daysAfter, checklist: [...template.checklist] },
      isThere: known.template(template),
    })),
    demo: {
      people: people.map(({ person, isThere }) => ({ name: person.name, isThere })),
      deals: coming.reduce((sum, { person }) => sum + person.deals.length, 0),
      tasks: coming.reduce((sum, { person }) => sum + person.tasks.length, 0),
    },
    removal: trades.some((trade) => trade.preset !== key) ? { goes: removal.goes, stays: removal.stays } : null,
  }
}
