import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem, tellWithUndo } from '../../ui/toast.ts'

export type Task = inferRouterOutputs<AppRouter>['tasks']['list'][number]

/** The tasks of the office, or of one contact. */
export const useTasks = (contactId: string | null = null) => useQuery(trpc.tasks.list.queryOptions({ contactId }))

/** The tasks that are about a deal. */
export const useTasksOfDeal = (dealId: string) => useQuery(trpc.tasks.list.queryOptions({ dealId }))

/** Ticks a task off or takes the tick back: at once on the screen, and put back when the server says no. */
export function useCheckTask(): (task: Pick<Task, 'id' | 'version'>, done: boolean) => void {
  const queryClient = useQueryClient()
  const filter = trpc.tasks.list.pathFilter()
  const show = (id: string, fields: Partial<Task>) =>
    queryClient.setQueriesData<Task[]>(filter, (tasks) =>
      tasks?.map((task) => (task.id === id ? { ...task, ...fields } : task)),
    )
  const check = useMutation(
    trpc.tasks.check.mutationOptions({
      onMutate: async ({ id, done }) => {
        await queryClient.cancelQueries(filter)
        const before = queryClient.getQueriesData<Task[]>(filter)
        show(id, { doneAt: done ? new Date().toISOString() : null })
        return { before }
      },
      onError: (error, _input, result) => {
        for (const [key, tasks] of result?.before ?? []) queryClient.setQueryData(key, tasks)
        tellProblem(sentenceOf(error))
      },
      onSuccess: (changed, { done }) => {
        if (done) tellWithUndo('Task done.', changed.id, () => checkTask(changed, false))
      },
      onSettled: () => queryClient.invalidateQueries(filter),
    }),
  )
  function checkTask({ id, version }: Pick<Task, 'id' | 'version'>, done: boolean): void {
    check.mutate({ id, version, done })
  }
  return checkTask
}
