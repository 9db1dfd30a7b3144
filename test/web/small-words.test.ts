import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confidenceWords } from '../../web/features/assistant/confidence-words.ts'
import { groupDeals } from '../../web/features/deals/group-deals.ts'
import { neighbour } from '../../web/features/inbox/neighbour.ts'
import { currencyOf } from '../../web/features/office/regions.ts'
import { linkPieces } from '../../web/features/session/link-pieces.ts'
import { safeBack, wrongPassword } from '../../web/features/session/rules.ts'
import { withoutElements } from '../../web/page-policy.ts'
import { initialsOf } from '../../web/ui/initials.ts'

test('initials are those of the first and the last name, in any script', () => {
  expect(['Nora Hale', 'åsa', 'info@example.com', '李 小龙', '…'].map(initialsOf)).toEqual([
    'NH',
    'Å',
    'IC',
    '李小',
    '?',
  ])
})

describe('the way back after signing in', () => {
  test('is a path of ours', () => {
    expect(safeBack('/inbox/1?status=done')).toBe('/inbox/1?status=done')
  })

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', undefined, 7])(
    'is never %s',
    (back) => {
      expect(safeBack(back)).toBe('/inbox')
    },
  )
})

test('text that could open an element does not pass the page policy', () => {
  expect(() => withoutElements('<img src=x>')).toThrow(TypeError)
  expect(withoutElements(':root{--a:1}')).toBe(':root{--a:1}')
})

test('the pieces of a linked text put together are the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('https://a.example/x?y=1', ' ', '\n', 'word', '.')), (words) => {
      const text = words.join('')
      expect(linkPieces(text).reduce((sum, piece) => sum + piece.words, '')).toBe(text)
    }),
  )
})

test('deals are summed for each currency by itself, and those without an amount add nothing', () => {
  const stage = { id: 'a', position: 1 }
  const deal = (amountMinor: number | null, currency: string) => ({ stageId: 'a', amountMinor, currency })
  const [group] = groupDeals([stage], [deal(100, 'EUR'), deal(50, 'GBP'), deal(null, 'EUR'), deal(25, 'EUR')])
  expect(group?.totals).toEqual([
    { currency: 'EUR', minor: 125 },
    { currency: 'GBP', minor: 50 },
  ])
})

describe('the neighbour of a row', () => {
  const rows = [{ id: 'a' }, { id: 'b' }]

  test('is the next or the one before', () => {
    expect(neighbour(rows, 'a', 1)).toBe(rows[1])
    expect(neighbour(rows, 'b', -1)).toBe(rows[0])
  })

  test('is nothing at the ends, and the first while none is open', () => {
    expect(neighbour(rows, 'a', -1)).toBeUndefined()
    expect(neighbour(rows, 'b', 1)).toBeUndefined()
    expect(neighbour(rows, null, 1)).toBe(rows[0])
  })
})

test('a short password is refused and a sentence is not', () => {
  expect(wrongPassword('short')).not.toBeNull()
  expect(wrongPassword('a quiet red door')).toBeNull()
})

test('confidence is told in words that rise with it', () => {
  expect([0.5, 0.7, 0.86, 0.99].map(confidenceWords)).toEqual(['Not sure', 'Fairly sure', 'Sure', 'Very sure'])
})

test('the currency of a country is guessed', () => {
  expect(['DE', 'GB', 'US'].map(currencyOf)).toEqual(['EUR', 'GBP', 'USD'])
})
