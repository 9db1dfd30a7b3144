import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { server, trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem, tellWithUndo } from '../../ui/toast.ts'
import { usePipelines } from './use-pipelines.ts'

type Board = inferRouterOutputs<AppRouter>['deals']['list']
export type Deal = Board['deals'][number]
export type Stage = Board['stages'][number]

/** The deals of the office, or of one contact, with the stages they stand in. */
export const useDeals = (contactId: string | null = null) => useQuery(trpc.deals.list.queryOptions({ contactId }))

/** The deals of one pipeline (the first where none is named), of one stage, or those that are expected in a month. */
export function useDealsIn(of: { pipelineId: string | null; stageId: string | null; month: string | null }) {
  const { data } = usePipelines()
  const isPart = of.stageId !== null || of.month !== null
  const pipelineId = of.pipelineId ?? (isPart ? null : data?.pipelines[0]?.id)
  return useQuery(
    trpc.deals.list.queryOptions({ ...of, pipelineId: pipelineId ?? null }, { enabled: pipelineId !== undefined }),
  )
}

type Move = { deal: Pick<Deal, 'id' | 'version'>; to: Stage; from: Stage | null }

/**
 * Moves a deal to another stage: at once on the screen, and put back when the server says no. `from` is where the undo
 * leads; null for a move that is an undo itself.
 */
export function useMoveDeal(): (move: Move) => void {
  const queryClient = useQueryClient()
  const filter = trpc.deals.list.pathFilter()
  const show = (id: string, fields: Partial<Deal>) =>
    queryClient.setQueriesData<Board>(filter, (board) =>
      board ? { ...board, deals: board.deals.map((deal) => (deal.id === id ? { ...deal, ...fields } : deal)) } : board,
    )
  const moving = useMutation({
    mutationFn: ({ deal: { id, version }, to }: Move) => server.deals.move.mutate({ id, version, stageId: to.id }),
    onMutate: async ({ deal, to }) => {
      await queryClient.cancelQueries(filter)
      const before = queryClient.getQueriesData<Board>(filter)
      show(deal.id, { stageId: to.id })
      return { before }
    },
    onError: (error, _move, result) => {
      for (const [key, board] of result?.before ?? []) queryClient.setQueryData(key, board)
      tellProblem(sentenceOf(error))
    },
    onSuccess: (deal, { to, from }) => {
      if (from) tellWithUndo(`Moved to ${to.name}.`, deal.id, () => moveDeal({ deal, to: from, from: null }))
    },
    onSettled: () => queryClient.invalidateQueries(filter),
  })
  function moveDeal(move: Move): void {
    moving.mutate(move)
  }
  return moveDeal
}
