import type { FieldKind } from '../../fields/rules/field-kinds.ts'
import type { Condition, Operator, View } from './view.ts'

/** What a column of a list holds: the kinds of own fields, and what only built-in columns are. */
export type ColumnKind = FieldKind | 'instant' | 'birthday' | 'member' | 'tags' | 'company' | 'address'
export type Column = { id: string; label: string; kind: ColumnKind; options: readonly { id: string; label: string }[] }

const builtIn = (id: string, label: string, kind: ColumnKind): Column => ({ id, label, kind, options: [] })

/** The columns that every office has. `field:` and an id names one that the office added. */
export const CONTACT_COLUMNS: readonly Column[] = [
  builtIn('name', 'Name', 'text'),
  builtIn('email', 'Email', 'address'),
  builtIn('phone', 'Phone', 'address'),
  builtIn('tags', 'Tags', 'tags'),
  builtIn('company', 'Company', 'company'),
  builtIn('ownerId', 'Looked after by', 'member'),
  builtIn('birthday', 'Birthday', 'birthday'),
  builtIn('createdAt', 'Added', 'instant'),
  builtIn('lastContactAt', 'Last contact', 'instant'),
]
export const FIELD_PREFIX = 'field:'
export const FIRST_COLUMNS = ['name', 'email', 'phone', 'tags', 'lastContactAt']

type OwnField = { id: string; label: string; kind: FieldKind; options: readonly { id: string; label: string }[] }
/** All columns of a list of contacts in an office with these fields. */
export const columnsWith = (fields: readonly OwnField[]): Column[] => [
  ...CONTACT_COLUMNS,
  ...fields.map(({ id, ...field }) => ({ id: FIELD_PREFIX + id, ...field })),
]

const SORTED: readonly ColumnKind[] = ['text', 'number', 'date', 'instant', 'birthday', 'money', 'flag', 'link']
export const canSortBy = ({ kind }: Column) => SORTED.includes(kind)

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
  company: ['contains', ...EMPTY],
  address: ['contains', 'starts_with', ...EMPTY],
}

const ALONE: readonly Operator[] = EMPTY
/** Whether a condition needs something to compare with. */
export const needsValue = (operator: Operator) => !ALONE.includes(operator)

/** Whether a condition can be asked: its column exists, is compared so, and there is something to compare with. */
export function isComplete({ column, operator, values }: Condition, columns: readonly Column[]): boolean {
  const known = columns.find(({ id }) => id === column)
  if (!known || !OPERATORS_OF[known.kind].includes(operator)) return false
  return !needsValue(operator) || values.some((value) => value.trim() !== '')
}

/**
 * A view as it can be shown now: without columns that were removed since it was saved, and without conditions that are
 * not complete yet. The name always stands first, because it leads to the contact.
 */
export function soundView({ columns: shown, filter, sort }: View, columns: readonly Column[]): View {
  const ids = new Set(columns.map(({ id }) => id))
  const groups = filter.groups
    .map(({ match, conditions }) => ({ match, conditions: conditions.filter((each) => isComplete(each, columns)) }))
    .filter(({ conditions }) => conditions.length > 0)
  const sorted = columns.find(({ id }) => id === sort?.column)
  return {
    columns: ['name', ...new Set(shown.filter((id) => ids.has(id) && id !== 'name'))],
    filter: { match: filter.match, groups },
    sort: sort && sorted && canSortBy(sorted) ? sort : null,
  }
}
