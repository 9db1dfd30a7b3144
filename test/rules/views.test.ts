import { describe, expect, it } from 'vitest'
import { CONTACT_COLUMNS } from '../../worker/features/contacts/rules/columns.ts'
import {
  canSortBy,
  columnsWith,
  isComplete,
  OPERATORS_OF,
  soundView,
} from '../../worker/features/views/rules/columns.ts'
import { View } from '../../worker/features/views/rules/view.ts'

const COLUMNS = columnsWith(CONTACT_COLUMNS, [
  { id: 'f1', label: 'Insurance', kind: 'choice', options: [{ id: 'o1', label: 'Public' }] },
  { id: 'f2', label: 'Visits', kind: 'number', options: [] },
])
const condition = (column: string, operator: string, values: string[]) => ({ column, operator, values }) as never

describe('a condition of a view', () => {
  it.each([
    ['name', 'contains', ['a'], true],
    ['name', 'contains', ['  '], false],
    ['name', 'contains', [], false],
    ['name', 'more', ['a'], false],
    ['birthday', 'is_empty', [], true],
    ['field:f1', 'is', ['o1'], true],
    ['field:f2', 'more', ['3'], true],
    ['field:f2', 'more', ['-3,5'], true],
    ['field:f2', 'more', ['many'], false],
    ['field:gone', 'is', ['x'], false],
    ['tags', 'has_any', ['t1'], true],
  ])('on %s, %s %j, can be asked: %s', (column, operator, values, complete) =>
    expect(isComplete(condition(column, operator, values), COLUMNS)).toBe(complete),
  )
})

describe('a view that is shown', () => {
  const whole = {
    columns: ['field:gone', 'email', 'name', 'email', 'field:f1'],
    filter: {
      match: 'any' as const,
      groups: [
        { match: 'all' as const, conditions: [condition('field:gone', 'is', ['x'])] },
        { match: 'all' as const, conditions: [condition('name', 'contains', ['a']), condition('name', 'is', [''])] },
      ],
    },
    sort: { column: 'field:gone', descending: true },
  }

  it('has the name first, each column once, and nothing of a field that is gone', () => {
    const { columns, filter, sort } = soundView(whole, COLUMNS)
    expect(columns).toEqual(['name', 'email', 'field:f1'])
    expect(filter.groups).toEqual([{ match: 'all', conditions: [condition('name', 'contains', ['a'])] }])
    expect(sort).toBeNull()
  })

  it('is sound once it is sound, and can be kept', () => {
    const once = soundView(whole, COLUMNS)
    expect(soundView(once, COLUMNS)).toEqual(once)
    expect(View.safeParse(once).success).toBe(true)
  })

  it('is sorted only by what has an order, and every kind can be compared', () => {
    expect(COLUMNS.filter((column) => !canSortBy(column)).map(({ id }) => id)).toEqual([
      ...['email', 'phone', 'tags', 'company', 'ownerId', 'field:f1'],
    ])
    for (const { kind } of COLUMNS) expect(OPERATORS_OF[kind].length).toBeGreaterThan(0)
  })
})
