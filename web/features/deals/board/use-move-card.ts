import { useMutation, useQueryClient } from '@tanstack/react-query'
import { server, trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tellProblem } from '../../../ui/toast.ts'
import { useUndo } from '../../acts/use-undo.ts'
import { type Board, type Card, moved, type Place } from './moved.ts'

export type Move = { card: Pick<Card, 'id' | 'version'>; place: Place; lostReasonId?: string | null }

/** Moves a card: at once on the screen, back with a sentence when the server says no, and undone with one click. */
export function useMoveCard(): (move: Move) => void {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const boards = trpc.deals.board.pathFilter()
  const { mutate } = useMutation({
    // One after the other, so that a card can be moved on before the first move is answered.
    scope: { id: 'move-card' },
    mutationFn: ({ card: { id, version }, place, lostReasonId = null }: Move) =>
      server.deals.move.mutate({ id, version, ...place, lostReasonId }),
    onMutate: async ({ card, place }) => {
      await queryClient.cancelQueries(trpc.deals.pathFilter())
      const before = queryClient.getQueriesData<Board>(boards)
      queryClient.setQueriesData<Board>(boards, (shown) => shown && moved(shown, card.id, place))
      return { before }
    },
    onSuccess: tellStep,
    onError: (error, _move, result) => {
      for (const [key, board] of result?.before ?? []) queryClient.setQueryData(key, board)
      tellProblem(sentenceOf(error))
    },
    onSettled: () => queryClient.invalidateQueries(trpc.deals.pathFilter()),
  })
  return mutate
}
