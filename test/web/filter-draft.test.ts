import { describe, expect, it } from 'vitest'
import { draftOf, filterOf, without } from '../../web/features/views/filter/draft.ts'
import type { Filter } from '../../worker/features/views/rules/view.ts'

const condition = (value: string) => ({ column: 'name', operator: 'contains' as const, values: [value] })
const [a, b, c] = [condition('a'), condition('b'), condition('c')]
const filter: Filter = {
  match: 'all',
  groups: [
    { match: 'any', conditions: [a, b] },
    { match: 'all', conditions: [c] },
  ],
}

describe('a filter that is being written', () => {
  it('is what it was when nothing is changed, and gives a key to each of two that say the same', () => {
    expect(filterOf(draftOf(filter, a))).toEqual(filter)
    const twice = draftOf({ match: 'all', groups: [{ match: 'all', conditions: [a, a] }] }, a)
    const keys = twice.groups.flatMap((group) => group.conditions.map(({ key }) => key))
    expect(new Set(keys).size).toBe(2)
  })

  it('begins with one condition where there is none', () => {
    expect(filterOf(draftOf({ match: 'any', groups: [] }, a)).groups).toEqual([{ match: 'all', conditions: [a] }])
  })

  it('says of a single group as a whole how its own conditions are joined', () => {
    const one = draftOf({ match: 'all', groups: [{ match: 'any', conditions: [a, b] }] }, a)
    expect(filterOf(one).match).toBe('any')
  })

  it('loses a condition, and a group with its last', () => {
    expect(without(filter, b).groups[0]).toEqual({ match: 'any', conditions: [a] })
    expect(without(filter, c).groups).toEqual([filter.groups[0]])
  })
})
