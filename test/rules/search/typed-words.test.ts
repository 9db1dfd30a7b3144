import { describe, expect, it } from 'vitest'
import { distance } from '../../../worker/features/search/rules/typed-words.ts'

describe('the distance of a name from what was typed', () => {
  it.each([
    ['mara weber', ['mara'], 0],
    ['mara weber', ['web'], 0],
    ['mara weber', ['webber', 'mara'], 1],
    ['mara weber', ['wbeer'], 1],
    ['mara weber', ['schmidt'], null],
    ['mara weber', ['mra'], null],
    ['jonathan schmidbauer', ['shmidbuer'], 2],
    ['', ['mara'], null],
  ])('%j from %j is %j', (name, words, expected) => {
    expect(distance(name, words)).toBe(expected)
  })
})
