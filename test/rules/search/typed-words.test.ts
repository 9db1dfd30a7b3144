import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, phoneDigits, piecesOf, wordsOf } from '../../../worker/features/search/rules/typed-words.ts'

describe('what was typed', () => {
  it.each([
    ['  Mára  WEBER ', ['mara', 'weber']],
    ['', []],
    ['a b c d e f g h', ['a', 'b', 'c', 'd', 'e', 'f']],
  ])('%j is the words %j', (typed, words) => {
    expect(wordsOf(typed)).toEqual(words)
  })

  it.each([
    ['030 901820', '030901820'],
    ['+49 (30) 90-18.20', '4930901820'],
    ['1820', '1820'],
    ['182', null],
    ['Weber 1820', null],
    ['', null],
  ])('%j as a number is %j', (typed, digits) => {
    expect(phoneDigits(typed)).toBe(digits)
  })
})

describe('the distance of a name from what was typed', () => {
  it.each([
    ['mara weber', ['mara'], 0],
    ['mara weber', ['web'], 0],
    ['mara weber', ['webber', 'mara'], 1],
    ['mara weber', ['wbeer'], 1],
    ['mara weber', ['schmidt'], null],
    ['mara weber', ['mra'], null],
    ['', ['mara'], null],
  ])('%j from %j is %j', (name, words, expected) => {
    expect(distance(name, words)).toBe(expected)
  })

  it('is bridged by a piece that a name with one slip still holds', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 6, maxLength: 12 })
    fc.assert(
      fc.property(letters, fc.nat(), (name, at) => {
        const place = at % name.length
        const typed = name.slice(0, place) + name.slice(place + 1)
        expect(distance(name, [typed])).not.toBeNull()
        expect(piecesOf([typed]).some((piece) => name.includes(piece))).toBe(true)
      }),
    )
  })
})
