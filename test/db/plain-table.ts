import fc from 'fast-check'
import { type Column, canSortBy, OPERATORS_OF } from '../../worker/features/views/rules/columns.ts'
import type { Condition, Filter, Sort } from '../../worker/features/views/rules/view.ts'
import { searchKey } from '../../worker/kernel/text.ts'

// What a filter and an order mean, said once more in plain JavaScript: what the databases have to agree with.

/** A record as its columns say it: texts as they are, instants in milliseconds, what is linked by its names. */
export type Plain = { id: string; values: Record<string, string | number | boolean | readonly string[] | null> }

export const DAY_MS = 86_400_000
export const TODAY = '2026-03-02'
export const NOW = Date.UTC(2026, 2, 2, 9)
const dayAfter = (days: number) => new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
export const clock = {
  now: new Date(NOW),
  dayAfter,
  startOf: (day: string) => (/^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : null),
}

function meets(column: Column, { operator, values }: Condition, row: Plain): boolean {
  const value = row.values[column.id] ?? null
  const [first = ''] = values
  const list = Array.isArray(value) ? value.map(String) : []
  const isEmpty = value === null || (Array.isArray(value) && value.length === 0)
  if (operator === 'is_empty') return isEmpty
  if (operator === 'is_not_empty') return !isEmpty
  switch (column.kind) {
    case 'text':
    case 'link': {
      const fold = column.id.startsWith('field:') || (column.id !== 'name' && column.id !== 'title') ? lower : searchKey
      const [own, other] = [value === null ? null : fold(String(value)), fold(first)]
      if (operator === 'contains') return (own ?? '\0').includes(other)
      if (operator === 'starts_with') return (own ?? '\0').startsWith(other)
      return operator === 'is' ? own === other : own !== other
    }
    case 'linked':
      return list.some((name) => searchKey(name).includes(searchKey(first)))
    case 'address': {
      const sought = column.id === 'phone' ? first.replaceAll(/[^\d+]/g, '') : first.toLowerCase()
      return list.some((each) => (operator === 'contains' ? each.includes(sought) : each.startsWith(sought)))
    }
    case 'tags': {
      const has = values.some((each) => list.includes(each))
      return operator === 'has_any' ? has : !has
    }
    case 'choice':
    case 'member':
      return operator === 'is' ? value === first : value !== first
    case 'flag':
      return (value === true) === (first === 'yes')
    case 'number':
    case 'money':
      return compares(operator, value, Math.round(Number(first) * (column.kind === 'money' ? 100 : 1)))
    case 'date':
      if (operator === 'in_next_days') return isWithin(value, TODAY, dayAfter(Number(first)))
      if (operator === 'in_last_days') return isWithin(value, dayAfter(-Number(first)), TODAY)
      return compares(operator, value, first)
    case 'instant':
      if (operator === 'in_last_days') return value !== null && Number(value) >= NOW - Number(first) * DAY_MS
      return operator === 'less'
        ? value !== null && Number(value) < Date.parse(first)
        : value !== null && Number(value) >= Date.parse(first)
    case 'birthday': {
      const days = Array.from({ length: Number(first) + 1 }, (_, at) => dayAfter(at).slice(5))
      return value !== null && days.includes(String(value).slice(-5))
    }
  }
}

const lower = (text: string) => text.toLowerCase()
const isWithin = (value: Plain['values'][string], from: string, to: string) =>
  value !== null && String(value) >= from && String(value) <= to

function compares(operator: string, value: Plain['values'][string], other: string | number): boolean {
  if (operator === 'is') return value === other
  if (operator === 'is_not') return value !== other
  if (value === null || value === undefined) return false
  return operator === 'less' ? (value as typeof other) < other : (value as typeof other) > other
}

/** The ids of the rows that the filter finds, in the order of the sort: what holds nothing there last, by the id. */
export function plainly(
  rows: readonly Plain[],
  columns: readonly Column[],
  filter: Filter,
  sort: Sort | null,
): string[] {
  const joined = (how: 'all' | 'any', parts: boolean[]) =>
    parts.length === 0 || (how === 'all' ? parts.every(Boolean) : parts.some(Boolean))
  const found = rows.filter((row) =>
    joined(
      filter.match,
      filter.groups.map(({ match, conditions }) =>
        joined(
          match,
          conditions.map((each) => meets(columns.find(({ id }) => id === each.column)!, each, row)),
        ),
      ),
    ),
  )
  const column = columns.find(({ id }) => id === sort?.column) ?? columns[0]!
  const keyOf = ({ values }: Plain) => orderOf(column, values[column.id] ?? null)
  const sign = sort?.descending ? -1 : 1
  const byId = (one: Plain, other: Plain) => (one.id < other.id ? -1 : 1)
  const valued = found
    .filter((row) => keyOf(row) !== null)
    .sort((one, other) => {
      const [a, b] = [keyOf(one)!, keyOf(other)!]
      return sign * (a < b ? -1 : a > b ? 1 : byId(one, other))
    })
  return [...valued, ...found.filter((row) => keyOf(row) === null).sort(byId)].map(({ id }) => id)
}

function orderOf(column: Column, value: Plain['values'][string]): string | number | null {
  if (column.id === 'name' || column.id === 'title') return searchKey(String(value))
  if (column.isOrdered) return column.options.findIndex(({ id }) => id === value)
  if (column.kind === 'flag') return value === true ? 1 : value === false ? 0 : null
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

const POOL: Record<Column['kind'], string[]> = {
  text: ['an', 'Ber', 'ELM', 'elm 1', '%', '_', 'é'],
  link: ['shop', 'https://', '.test'],
  linked: ['an', 'ö', 'berg', 'nobody'],
  address: ['north', '030', '@', '90 18'],
  tags: ['t1', 't2'],
  choice: [],
  member: ['u1', 'u2', 'u9'],
  flag: ['yes', 'no'],
  number: ['0', '50', '37', '-1'],
  money: ['0', '12.50', '99', '1000'],
  date: [TODAY, '2026-03-05', '2026-02-01'],
  instant: [TODAY, '2026-02-25', '2026-03-01'],
  birthday: ['3', '0', '40'],
}
const DAYS = ['0', '1', '3', '30']

/** Any condition that can be asked of these columns. */
export function anyCondition(columns: readonly Column[]): fc.Arbitrary<Condition> {
  return fc.constantFrom(...columns).chain((column) =>
    fc.constantFrom(...OPERATORS_OF[column.kind]).chain((operator) => {
      const counts = operator === 'in_last_days' || operator === 'in_next_days'
      const pool = counts ? DAYS : column.kind === 'choice' ? column.options.map(({ id }) => id) : POOL[column.kind]
      return fc
        .subarray(pool, { minLength: 1, maxLength: column.kind === 'tags' ? 2 : 1 })
        .map((values) => ({ column: column.id, operator, values }))
    }),
  )
}

/** Any filter: up to three groups of up to three conditions, joined by all or any. */
export function anyFilter(columns: readonly Column[]): fc.Arbitrary<Filter> {
  const match = fc.constantFrom('all' as const, 'any' as const)
  const conditions = fc.array(anyCondition(columns), { minLength: 1, maxLength: 3 })
  const groups = fc.array(fc.record({ match, conditions }), { maxLength: 3 })
  return fc.record({ match, groups })
}

export const anySort = (columns: readonly Column[]): fc.Arbitrary<Sort | null> =>
  fc.option(
    fc.record({ column: fc.constantFrom(...columns.filter(canSortBy).map(({ id }) => id)), descending: fc.boolean() }),
  )
