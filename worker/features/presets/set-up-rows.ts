import type { Columns } from '../../kernel/columns.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import type { Known } from './rules/known-names.ts'
import type { Preset } from './rules/preset.ts'
import type { Standing } from './standing.ts'

type Needs = Pick<MemberCtx, 'now' | 'newId'>

/** The office has one word for its people, so its row goes by a name. */
export const WORDS_ID = 'people'

/**
 * The rows by which an office is set up for a trade. Fields, reasons and templates stand below what is there, the
 * pipeline before the others, so that new enquiries come into it.
 */
export function setUpRows(needs: Needs, preset: Preset, standing: Standing, known: Known): RowChange[] {
  return [
    ...(known.words ? [] : [made('officeWords', { id: WORDS_ID, ...preset.words, version: 1 })]),
    ...fieldRows(needs, preset, standing, known),
    ...(known.pipeline ? [] : pipelineRows(needs, preset, standing)),
    ...reasonRows(needs, preset, standing, known),
    ...templateRows(needs, preset, standing, known),
  ]
}

export const made = (table: RowChange['table'], after: Columns): RowChange => ({ table, before: null, after })

const positions = (rows: readonly Columns[]) => rows.map(({ position }) => Number(position))
const below = (rows: readonly Columns[]) => Math.max(-1, ...positions(rows)) + 1

function fieldRows({ newId, now }: Needs, { fields }: Preset, { rows }: Standing, known: Known): RowChange[] {
  const first = below(rows.customFields)
  return fields
    .filter((field) => !known.field(field))
    .map(({ record, label, kind, options = [] }, n) =>
      made('customFields', {
        ...{ id: newId(), record, label, kind, position: first + n, createdAt: now().getTime(), archivedAt: null },
        options: options.map((each) => ({ id: newId(), label: each })),
      }),
    )
}

function pipelineRows({ newId, now }: Needs, { pipeline }: Preset, { rows, starter }: Standing): RowChange[] {
  const id = newId()
  const position = Math.min(1, ...positions(rows.pipelines)) - 1
  return [
    made('pipelines', { id, name: pipeline.name, position, archivedAt: null }),
    ...pipeline.stages.map((stage, n) =>
      made('stages', { id: newId(), pipelineId: id, ...stage, position: n, archivedAt: null }),
    ),
    // An empty first pipeline would only be in the way. It comes back when this one goes.
    ...(starter
      ? [{ table: 'pipelines' as const, before: starter, after: { ...starter, archivedAt: now().getTime() } }]
      : []),
  ]
}

function reasonRows({ newId }: Needs, { lostReasons }: Preset, { rows }: Standing, known: Known): RowChange[] {
  const first = below(rows.lostReasons)
  return lostReasons
    .filter((label) => !known.reason(label))
    .map((label, n) => made('lostReasons', { id: newId(), label, position: first + n, archivedAt: null }))
}

function templateRows({ newId, now }: Needs, { templates }: Preset, { rows }: Standing, known: Known): RowChange[] {
  const first = below(rows.taskTemplates)
  return templates
    .filter((template) => !known.template(template))
    .map(({ checklist, ...template }, n) =>
      made('taskTemplates', {
        ...{ id: newId(), ...template, checklist: [...checklist], position: first + n, version: 1 },
        createdAt: now().getTime(),
      }),
    )
}
