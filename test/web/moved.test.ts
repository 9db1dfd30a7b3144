import { describe, expect, it } from 'vitest'
import { type Board, moved } from '../../web/features/deals/board/moved.ts'

type Card = Board['columns'][number]['cards'][number]
const card = (id: string, stageId: string, amountMinor: number | null = 100): Card => ({
  ...{ id, stageId, amountMinor, title: id, currency: 'EUR', expectedOn: null, contactId: null, contactName: null },
  ...{ conversationId: null, source: 'member', version: 1, createdAt: '2026-03-02T08:00:00Z', rank: id },
  ...{ stageSince: '2026-03-02T08:00:00Z', isRotting: false },
})
const column = (id: string, cards: Card[]): Board['columns'][number] => ({
  stage: { id, name: id, kind: 'open', pipelineId: 'p1', position: 0, probability: 50 },
  totals: cards.length > 0 ? [{ currency: 'EUR', deals: cards.length, amountMinor: cards.length * 100 }] : [],
  ...{ cards, next: null },
})
const board: Board = {
  pipelineId: 'p1',
  columns: [column('new', [card('a', 'new'), card('b', 'new'), card('c', 'new')]), column('won', [])],
  lostReasons: [],
}
const idsIn = ({ columns }: Board) => columns.map(({ cards }) => cards.map(({ id }) => id).join(''))

describe('a card that is moved on the board', () => {
  it.each([
    ['to the end of another stage', 'a', { stageId: 'won' }, ['bc', 'a']],
    ['to the top of another stage', 'b', { stageId: 'won', belowId: null }, ['ac', 'b']],
    ['below another card', 'a', { stageId: 'new', belowId: 'b' }, ['bac', '']],
    ['to the top of its stage', 'c', { stageId: 'new', belowId: null }, ['cab', '']],
    ['that is not there', 'x', { stageId: 'won' }, ['abc', '']],
  ])('%s stands there at once', (_, id, place, expected) => {
    expect(idsIn(moved(board, id, place))).toEqual(expected)
  })

  it('counts its version on, so that it can be moved again before the server has answered', () => {
    expect(moved(board, 'a', { stageId: 'won' }).columns[1]?.cards[0]?.version).toBe(2)
  })

  it('takes its amount along, and leaves it where it was within its stage', () => {
    const [left, right] = moved(board, 'a', { stageId: 'won' }).columns
    expect([left?.totals, right?.totals]).toEqual([
      [{ currency: 'EUR', deals: 2, amountMinor: 200 }],
      [{ currency: 'EUR', deals: 1, amountMinor: 100 }],
    ])
    expect(moved(board, 'a', { stageId: 'new', belowId: 'c' }).columns[0]?.totals).toEqual(board.columns[0]?.totals)
  })
})
