import { FIELD_PREFIX } from '../../../kernel/columns.ts'
import type { FieldKind } from '../../fields/rules/field-kinds.ts'
import type { Condition, Operator, View } from './view.ts'

/** What a column of a list holds: the kinds of own fields, and what only built-in columns are. */
export type ColumnKind = FieldKind | 'instant' | 'birthday' | 'member' | 'tags' | 'linked' | 'address'
type Option = { id: string; label: string }
export type Column = {
  id: string
  label: string
  kind: ColumnKind
  options: readonly Option[]
  /** A choice whose options have an order of their own. */
  isOrdered?: boolean
}

/** A column that every office has; the first of a list leads to the record, and stands first in every view. */
export const builtIn = (id: string, label: string, kind: ColumnKind, options: readonly Option[] = []): Column => ({
  ...{ id, label, kind, options },
})

export type OwnField = { id: string; label: string; kind: FieldKind; options: readonly Option[] }
/** All columns of a list in an office with these fields. */
export const columnsWith = (columns: readonly Column[], fields: readonly OwnField[]): Column[] => [
  ...columns,
  ...fields.map(({ id, label, kind, options }) => ({ id: FIELD_PREFIX + id, label, kind, options })),
]

const SORTED: readonly ColumnKind[] = ['text', 'number', 'date', 'instant', 'birthday', 'money', 'flag', 'link']
export const canSortBy = ({ kind, isOrdered = false }: Column) => isOrdered || SORTED.includes(kind)

const EMPTY = ['is_empty', 'is_not_empty'] as const
const COMPARED: readonly Operator[] = ['is', 'is_not', 'less', 'more', ...EMPTY]
const NAMED: readonly Operator[] = ['is', 'is_not', ...EMPTY]
const TEXT: readonly Operator[] = ['contains', 'is', 'is_not', 'starts_with', ...EMPTY]
/** How a column of each kind is compared; the first is what a new condition begins with. */
export const OPERATORS_OF: Record<ColumnKind, readonly Operator[]> = {
  text: TEXT,
  link: TEXT,
  number: COMPARED,
  money: COMPARED,
  date: ['in_next_days', 'in_last_days', ...COMPARED],
  instant: ['in_last_days', 'less', 'more', ...EMPTY],
  birthday: ['in_next_days', ...EMPTY],
  choice: NAMED,
  member: NAMED,
  flag: ['is', ...EMPTY],
  tags: ['has_any', 'has_none', ...EMPTY],
  linked: ['contains', ...EMPTY],
  address: ['contains', 'starts_with', ...EMPTY],
}

const ALONE: readonly Operator[] = EMPTY
/** Whether a condition needs something to compare with. */
export const needsValue = (operator: Operator) => !ALONE.includes(operator)

/** Whether a condition can be asked: its column exists, is compared so, and there is something to compare with. */
export function isComplete({ column, operator, values }: Condition, columns: readonly Column[]): boolean {
  const known = columns.find(({ id }) => id === column)
  if (!known || !OPERATORS_OF[known.kind].includes(operator)) return false
  if (!needsValue(operator)) return true
  return values.some((value) => value.trim() !== '' && (!isCounted(known.kind) || NUMBER.test(value.trim())))
}

const isCounted = (kind: ColumnKind) => kind === 'number' || kind === 'money'
const NUMBER = /^-?\d{1,15}([.,]\d{1,10})?$/

/**
 * A view as it can be shown now: without columns that were removed since it was saved, and without conditions that are
 * not complete yet. The name always stands first, because it leads to the record.
 */
export function soundView({ columns: shown, filter, sort }: View, columns: readonly Column[]): View {
  const first = columns.slice(0, 1).map(({ id }) => id)
  const ids = new Set(columns.map(({ id }) => id))
  const groups = filter.groups
    .map(({ match, conditions }) => ({ match, conditions: conditions.filter((each) => isComplete(each, columns)) }))
    .filter(({ conditions }) => conditions.length > 0)
  const sorted = columns.find(({ id }) => id === sort?.column)
  return {
    columns: [...first, ...new Set(shown.filter((id) => ids.has(id) && !first.includes(id)))],
    filter: { match: filter.match, groups },
    sort: sort && sorted && canSortBy(sorted) ? sort : null,
  }
}
