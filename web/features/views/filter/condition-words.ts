import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import type { Condition, Operator } from '../../../../worker/features/views/rules/view.ts'

export const OPERATOR_WORDS: Record<Operator, string> = {
  is: 'is',
  is_not: 'is not',
  contains: 'contains',
  starts_with: 'begins with',
  less: 'is less than',
  more: 'is more than',
  is_empty: 'is empty',
  is_not_empty: 'is filled',
  has_any: 'has one of',
  has_none: 'has none of',
  in_last_days: 'in the last days',
  in_next_days: 'in the next days',
}

type Names = (column: Column, value: string) => string

/** A condition in words, as its chip says it: “Plan is Gold”. */
export function conditionWords(
  { column, operator, values }: Condition,
  columns: readonly Column[],
  nameOf: Names,
): string {
  const known = columns.find(({ id }) => id === column)
  if (!known) return 'A field that is gone'
  const isDay = known.kind === 'instant' || known.kind === 'date'
  const compared =
    isDay && operator === 'less' ? 'before' : isDay && operator === 'more' ? 'from' : OPERATOR_WORDS[operator]
  return [known.label, compared, values.map((value) => nameOf(known, value)).join(', ')].filter(Boolean).join(' ')
}
