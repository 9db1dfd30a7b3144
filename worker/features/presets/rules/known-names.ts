import type { Columns } from '../../../kernel/columns.ts'
import type { Preset } from './preset.ts'

/** What of a preset the office has by that name already. It is left as it is, whoever made it. */
export type Known = {
  words: boolean
  pipeline: boolean
  field: (field: Preset['fields'][number]) => boolean
  reason: (label: string) => boolean
  template: (template: Preset['templates'][number]) => boolean
}
type Rows = Record<'customFields' | 'officeWords' | 'taskTemplates' | 'pipelines' | 'lostReasons', Columns[]>

const folded = (name: unknown) => String(name).trim().toLowerCase()

/** Compares by name, whatever its case; what was put away counts as not there. */
export function knownNames(rows: Rows, preset: Preset): Known {
  const living = (table: keyof Rows) => rows[table].filter(({ archivedAt }) => (archivedAt ?? null) === null)
  const has = (table: keyof Rows, column: string, name: string) =>
    living(table).some((row) => folded(row[column]) === folded(name))
  return {
    words: rows.officeWords.length > 0,
    pipeline: has('pipelines', 'name', preset.pipeline.name),
    field: ({ record, label }) =>
      living('customFields').some((row) => row.record === record && folded(row.label) === folded(label)),
    reason: (label) => has('lostReasons', 'label', label),
    template: ({ title }) => has('taskTemplates', 'title', title),
  }
}
