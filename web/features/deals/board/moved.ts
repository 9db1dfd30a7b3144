import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../../worker/trpc/router.ts'

export type Board = inferRouterOutputs<AppRouter>['deals']['board']
export type Column = Board['columns'][number]
export type Card = Column['cards'][number]

/** Where a card is put: below another, at the top for null, at the end where nothing is named. */
export type Place = { stageId: string; belowId?: string | null }

/**
 * The board as it is once the card has moved: at once on the screen, while the server is still asked. Its version counts
 * on with it, so that it can be moved again at once.
 */
export function moved(board: Board, id: string, { stageId, belowId }: Place): Board {
  const card = board.columns.flatMap(({ cards }) => cards).find((each) => each.id === id)
  if (!card) return board
  const columns = board.columns.map((column) => {
    const others = column.cards.filter((each) => each.id !== id)
    const cards =
      column.stage.id === stageId ? withCard(others, { ...card, stageId, version: card.version + 1 }, belowId) : others
    return { ...column, cards, totals: totalsAfter(column, card, stageId) }
  })
  return { ...board, columns }
}

function withCard(cards: Card[], card: Card, belowId: string | null | undefined): Card[] {
  const above = belowId === undefined ? cards.length - 1 : cards.findIndex(({ id }) => id === belowId)
  return [...cards.slice(0, above + 1), card, ...cards.slice(above + 1)]
}

/** What the stage comes to without the card that left it, or with the one that came. */
function totalsAfter({ stage, totals }: Column, card: Card, stageId: string): Column['totals'] {
  const by = stage.id === card.stageId ? -1 : stage.id === stageId ? 1 : 0
  if (by === 0 || card.stageId === stageId) return totals
  const known = totals.some(({ currency }) => currency === card.currency)
  const all = known ? totals : [...totals, { currency: card.currency, deals: 0, amountMinor: 0 }]
  return all.map((total) =>
    total.currency === card.currency
      ? { ...total, deals: total.deals + by, amountMinor: total.amountMinor + by * (card.amountMinor ?? 0) }
      : total,
  )
}
