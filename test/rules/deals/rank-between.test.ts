import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankBetween } from '../../../worker/features/deals/rules/rank-between.ts'

describe('a rank between two others', () => {
  it.each([
    [null, null],
    ['a', null],
    [null, '1'],
    ['a', 'b'],
    ['az', 'b'],
    ['z', null],
    ['zzz', null],
    ['1', '11'],
    ['0193a0000000700080000000000000f1', '0193a0000000700080000000000000f2'],
  ])('%j and %j sorts between them', (above, below) => {
    const rank = rankBetween(above, below)
    if (above !== null) expect(rank > above).toBe(true)
    if (below !== null) expect(rank < below).toBe(true)
    expect(rank).toMatch(/^[0-9a-z]*[1-9a-z]$/)
  })

  it('follows two that are equal, because there is no room', () => {
    expect(rankBetween('m', 'm') > 'm').toBe(true)
  })

  it('keeps the order that a list says, however often and wherever something is moved', () => {
    const moves = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 200 })
    fc.assert(
      fc.property(moves, (moves) => {
        const cards = Array.from({ length: 10 }, (_, n) => `card ${n}`)
        const ranks = new Map<string, string>()
        for (const [n, card] of cards.entries())
          ranks.set(card, rankBetween(ranks.get(cards[n - 1] ?? '') ?? null, null))
        for (const [from, to] of moves) {
          const [card] = cards.splice(from, 1)
          cards.splice(to, 0, card!)
          const rankOf = (at: number) => ranks.get(cards[at] ?? '') ?? null
          ranks.set(card!, rankBetween(rankOf(to - 1), rankOf(to + 1)))
        }
        const sorted = [...cards].sort((a, b) => (ranks.get(a)! < ranks.get(b)! ? -1 : 1))
        expect(sorted).toEqual(cards)
      }),
    )
  })
})
