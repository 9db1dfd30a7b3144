import { decimalOf } from '../../../kernel/money.ts'
import type { FieldValue } from './field-kinds.ts'
import type { FieldFace } from './read-value.ts'

/**
 * A stored value as it is written in a list, a file or the timeline; money with its decimals and without its sign. Of
 * kinds that no own field has, the value as it is.
 */
export function valueWords(
  { kind, options }: { kind: string; options: FieldFace['options'] },
  value: FieldValue | null | undefined,
  currency: string,
): string {
  if (value === null || value === undefined) return ''
  if (kind === 'choice') return options.find(({ id }) => id === value)?.label ?? ''
  if (kind === 'flag') return value === true ? 'Yes' : 'No'
  if (kind === 'money' && typeof value === 'number') return decimalOf(value, currency)
  return String(value)
}
