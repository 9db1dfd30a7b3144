import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markPieces } from '../../web/ui/mark-pieces.ts'

const range = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) })

describe('the pieces of a marked text', () => {
  test('put together are the text, whatever is marked', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(range, { maxLength: 6 }), (text, ranges) => {
        const pieces = markPieces(text, ranges)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })

  test('name every range that lies over them', () => {
    expect(
      markPieces('abcdef', [
        { start: 1, end: 4 },
        { start: 3, end: 5 },
      ]).map(({ text, marks }) => [text, marks]),
    ).toEqual([
      ['a', []],
      ['bc', [0]],
      ['d', [0, 1]],
      ['e', [1]],
      ['f', []],
    ])
  })

  test('carry no mark of a range that lies outside or is empty', () => {
    const pieces = markPieces('abc', [
      { start: 7, end: 9 },
      { start: 2, end: 2 },
    ])
    expect(pieces.flatMap(({ marks }) => marks)).toEqual([])
  })
})
