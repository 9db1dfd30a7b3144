import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { server, trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { inMoney } from '../../../ui/money.ts'
import { tellProblem } from '../../../ui/toast.ts'
import classes from './board.module.css'
import { BoardCard } from './board-card.tsx'
import { placeData } from './dropped.ts'
import type { Board, Card, Column, Place } from './moved.ts'

type Face = {
  column: Column
  left: string | undefined
  right: string | undefined
  onMove: (card: Card, place: Place) => void
}

/** A stage with its cards. A card that is let go beside them comes to stand at the end. */
export function BoardColumn({ column, left, right, onMove }: Face) {
  const { stage, cards, totals, next } = column
  const [isOver, setOver] = useState(false)
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!element.current) return
    return dropTargetForElements({
      element: element.current,
      getData: () => placeData({ stageId: stage.id }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [stage.id])
  const count = totals.reduce((all, { deals }) => all + deals, 0)
  return (
    <section ref={element} className={classes.column} data-over={isOver} aria-label={stage.name}>
      <h2 className={classes.heading}>
        {stage.name} <span className={classes.count}>{count}</span>
        <span className={classes.total}>
          {totals.map(({ amountMinor, currency }) => inMoney(amountMinor, currency)).join(' + ')}
        </span>
      </h2>
      <ul className={classes.cards} aria-label={`Deals in ${stage.name}`}>
        {cards.map((card, at) => {
          const [above, below] = [cards[at - 1], cards[at + 1]]
          return (
            <BoardCard
              key={card.id}
              card={card}
              aboveId={above?.id ?? null}
              steps={{
                ArrowLeft: left ? { stageId: left } : null,
                ArrowRight: right ? { stageId: right } : null,
                ArrowUp: above ? { stageId: stage.id, belowId: cards[at - 2]?.id ?? null } : null,
                ArrowDown: below ? { stageId: stage.id, belowId: below.id } : null,
              }}
              onMove={onMove}
            />
          )
        })}
      </ul>
      {next && <MoreCards stageId={stage.id} cursor={next} />}
    </section>
  )
}

function MoreCards({ stageId, cursor }: { stageId: string; cursor: NonNullable<Column['next']> }) {
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => server.deals.column.query({ stageId, cursor }),
    onSuccess: ({ cards, next }) =>
      queryClient.setQueriesData<Board>(trpc.deals.board.pathFilter(), (board) =>
        board
          ? {
              ...board,
              columns: board.columns.map((column) =>
                column.stage.id === stageId ? { ...column, cards: [...column.cards, ...cards], next } : column,
              ),
            }
          : board,
      ),
    onError: (error) => tellProblem(sentenceOf(error)),
  })
  return (
    <Button variant="subtle" size="xs" loading={isPending} onClick={() => mutate()}>
      More
    </Button>
  )
}
