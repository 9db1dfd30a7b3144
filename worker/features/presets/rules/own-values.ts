import type { Json } from '../../../kernel/columns.ts'
import { FIELD_KINDS, type FieldOption, type FieldValues } from '../../fields/rules/field-kinds.ts'
import type { Writing } from '../../fields/rules/read-text.ts'
import { readValue } from '../../fields/rules/read-value.ts'
import type { DemoPerson, Preset } from './preset.ts'

export type FieldRow = { id: string; record: string; label: string; kind: string; options: Json | undefined }

/**
 * The values of somebody made up, under the ids of the office's own fields, found by their names. What the office's
 * field of that name cannot hold is left out.
 */
export function ownValues(
  values: DemoPerson['values'],
  named: Preset['fields'],
  fields: readonly FieldRow[],
  writing: Writing,
  dayIn: (days: number) => string,
): FieldValues {
  const found: FieldValues = {}
  for (const [key, typed] of Object.entries(values)) {
    const label = named.find((each) => each.key === key)?.label.toLowerCase()
    const field = fields.find((each) => each.record === 'contact' && each.label.toLowerCase() === label)
    const kind = FIELD_KINDS.find((each) => each === field?.kind)
    if (!field || !kind) continue
    const text = typeof typed === 'string' ? typed : dayIn(typed.inDays)
    const read = readValue({ label: field.label, kind, options: optionsIn(field.options) }, text, writing)
    if (read.ok && read.value !== null) found[field.id] = read.value
  }
  return found
}

function optionsIn(options: Json | undefined): FieldOption[] {
  if (!Array.isArray(options)) return []
  return options.flatMap((each) =>
    each !== null && typeof each === 'object' && !Array.isArray(each) && typeof each.id === 'string'
      ? [{ id: each.id, label: String(each.label) }]
      : [],
  )
}
