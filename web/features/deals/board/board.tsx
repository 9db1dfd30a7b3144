import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useChange } from '../../office/use-change.ts'
import classes from './board.module.css'
import { BoardColumn } from './board-column.tsx'
import { dropped } from './dropped.ts'
import { LostDialog } from './lost-dialog.tsx'
import type { Card, Place } from './moved.ts'
import { type Move, useMoveCard } from './use-move-card.ts'

/** The stages side by side. Cards are dragged, or moved with Alt and the arrows; whoever loses a deal is asked why. */
export function Board({ pipelineId }: { pipelineId: string | null }) {
  const change = useChange()
  const { data: board, error, refetch } = useQuery(trpc.deals.board.queryOptions({ pipelineId }))
  const moveCard = useMoveCard()
  const [losing, setLosing] = useState<Move | null>(null)
  const move = (card: Card, place: Place) => {
    const to = board?.columns.find(({ stage }) => stage.id === place.stageId)?.stage
    const isLost = to?.kind === 'lost' && card.stageId !== to.id && (board?.lostReasons.length ?? 0) > 0
    change(() => (isLost ? setLosing({ card, place }) : moveCard({ card, place })))()
  }
  useDrops(move)
  if (!board) return error ? <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} /> : <LoadingRows />
  return (
    <>
      <div className={classes.board} data-sideways>
        {board.columns.map((column, at) => (
          <BoardColumn
            key={column.stage.id}
            column={column}
            left={board.columns[at - 1]?.stage.id}
            right={board.columns[at + 1]?.stage.id}
            onMove={move}
          />
        ))}
      </div>
      <LostDialog
        reasons={board.lostReasons}
        opened={losing !== null}
        onClose={() => setLosing(null)}
        onChoose={(lostReasonId) => {
          if (losing) moveCard({ ...losing, lostReasonId })
          setLosing(null)
        }}
      />
    </>
  )
}

/** Hears where cards are dropped. */
function useDrops(move: (card: Card, place: Place) => void) {
  const latest = useRef(move)
  latest.current = move
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const drop = dropped(source.data, location.current.dropTargets[0]?.data)
          if (drop) latest.current(drop.card, drop.place)
        },
      }),
    [],
  )
}
