import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FoldRange, foldBlocks } from '../../web/features/inbox/fold-blocks.ts'

const kind = fc.constantFrom<FoldRange['kind']>('reply', 'quote', 'signature', 'header')
const range = fc.record({ start: fc.nat(60), end: fc.nat(60), kind })
const rangeOver = (text: string, words: string, ofKind: FoldRange['kind']): FoldRange => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, kind: ofKind }
}

describe('the blocks of a message', () => {
  test('put together are the text, whatever the ranges are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(range, { maxLength: 6 }), (text, ranges) => {
        const blocks = foldBlocks(text, ranges)
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
      }),
    )
  })

  test('fold a quote together with its header, and a signature by itself', () => {
    const text = 'Yes.\nOn Monday you wrote:\n> Is it?\n-- \nTom'
    const ranges = [
      rangeOver(text, 'Yes.\n', 'reply'),
      rangeOver(text, 'On Monday you wrote:\n', 'header'),
      rangeOver(text, '> Is it?\n', 'quote'),
      rangeOver(text, '-- \nTom', 'signature'),
    ]
    expect(foldBlocks(text, ranges).map(({ folded }) => folded)).toEqual([null, 'quote', 'signature'])
  })

  test('show everything when only a quote would be left', () => {
    const text = '\n> all of it is quoted'
    expect(foldBlocks(text, [rangeOver(text, '> all of it is quoted', 'quote')])).toEqual([
      { start: 0, end: text.length, folded: null },
    ])
  })

  test('show what no range covers', () => {
    const text = 'before quoted after'
    const blocks = foldBlocks(text, [rangeOver(text, 'quoted', 'quote')])
    expect(blocks.map(({ start, end, folded }) => [text.slice(start, end), folded])).toEqual([
      ['before ', null],
      ['quoted', 'quote'],
      [' after', null],
    ])
  })
})
