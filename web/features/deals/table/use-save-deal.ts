import { useMutation, useQueryClient } from '@tanstack/react-query'
import { server, trpc } from '../../../api.ts'
import { SomebodyWasFaster } from '../../../problem.ts'
import { useUndo } from '../../acts/use-undo.ts'
import { type Changes, type Facts, factsOf } from '../deal/types.ts'

/**
 * Keeps what was changed of a deal in its row. What somebody else wrote meanwhile is told, so that the member chooses;
 * `over` reads first what stands there now, so that it is replaced knowingly.
 */
export function useSaveDeal(row: Facts & { id: string }) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const { mutateAsync } = useMutation(
    trpc.deals.change.mutationOptions({ onSettled: () => queryClient.invalidateQueries(trpc.deals.pathFilter()) }),
  )
  return async (changes: Changes, over: boolean) => {
    const { id } = row
    const seen = factsOf(over ? await server.deals.byId.query({ id }) : row)
    const answer = await mutateAsync({ id, seen, changes })
    if (answer.state === 'clash') throw new SomebodyWasFaster('Somebody changed this meanwhile.')
    tellStep(answer)
  }
}
