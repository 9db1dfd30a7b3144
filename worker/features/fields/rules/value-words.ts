import type { FieldValue } from './field-kinds.ts'
import type { FieldFace } from './read-value.ts'

/** A stored value as it is written in a list, a file or the timeline; money with its decimals and without its sign. */
export function valueWords(
  { kind, options }: FieldFace,
  value: FieldValue | null | undefined,
  decimals: number,
): string {
  if (value === null || value === undefined) return ''
  if (kind === 'choice') return options.find(({ id }) => id === value)?.label ?? ''
  if (kind === 'flag') return value === true ? 'Yes' : 'No'
  if (kind === 'money' && typeof value === 'number') return (value / 10 ** decimals).toFixed(decimals)
  return String(value)
}
