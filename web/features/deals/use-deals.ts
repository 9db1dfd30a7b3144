import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem, tellWithUndo } from '../../ui/toast.tsx'

type Board = inferRouterOutputs<AppRouter>['deals']['list']
export type Deal = Board['deals'][number]
export type Stage = Board['stages'][number]

/** The deals of the office, or of one contact, with the stages they stand in. */
export const useDeals = (contactId: string | null = null) => useQuery(trpc.deals.list.queryOptions({ contactId }))

/** Moves a deal to another stage: at once on the screen, and put back when the server says no. */
export function useMoveDeal(): (deal: Pick<Deal, 'id' | 'version' | 'stageId'>, stage: Stage, back: Stage | null) => void {
  const queryClient = useQueryClient()
  const filter = trpc.deals.list.pathFilter()
  const show = (id: string, fields: Partial<Deal>) =>
    queryClient.setQueriesData<Board>(filter, (board) =>
      board ? { ...board, deals: board.deals.map((deal) => (deal.id === id ? { ...deal, ...fields } : deal)) } : board,
    )
  const move = useMutation(
    trpc.deals.move.mutationOptions({
      onMutate: async ({ id, stageId }) => {
        await queryClient.cancelQueries(filter)
        const before = queryClient.getQueriesData<Board>(filter)
        show(id, { stageId })
        return { before }
      },
      onError: (error, _input, result) => {
        for (const [key, board] of result?.before ?? []) queryClient.setQueryData(key, board)
        tellProblem(sentenceOf(error))
      },
      onSettled: () => queryClient.invalidateQueries(filter),
    }),
  )
  function moveDeal(deal: Pick<Deal, 'id' | 'version' | 'stageId'>, stage: Stage, back: Stage | null): void {
    const { id, version } = deal
    const undo = (moved: { id: string; version: number }) =>
      back && tellWithUndo(`Moved to ${stage.name}.`, () => moveDeal({ ...moved, stageId: stage.id }, back, null))
    move.mutate({ id, version, stageId: stage.id }, { onSuccess: undo })
  }
  return moveDeal
}
