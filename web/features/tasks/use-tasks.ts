import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'

export type Task = inferRouterOutputs<AppRouter>['tasks']['list'][number]
export type TaskWhole = inferRouterOutputs<AppRouter>['tasks']['byId']
export type TaskChange = inferRouterInputs<AppRouter>['tasks']['change']
export type View = NonNullable<inferRouterInputs<AppRouter>['tasks']['list']['view']>
type Seen = Pick<Task, 'id' | 'version'>

/** The tasks of a view or of one contact; without either, all of the office. */
export const useTasks = (contactId: string | null = null, view: View | null = null) =>
  useQuery(trpc.tasks.list.queryOptions({ contactId, view }))

/** The tasks that are about a deal. */
export const useTasksOfDeal = (dealId: string) => useQuery(trpc.tasks.list.queryOptions({ dealId }))

export type TaskSteps = ReturnType<typeof useTaskSteps>

/** The steps of a member with a task: each says what was done, beside the button that takes it back. */
export function useTaskSteps() {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const lists = trpc.tasks.list.pathFilter()
  const told = {
    onSuccess: tellStep,
    onError: (error: Parameters<typeof sentenceOf>[0]) => tellProblem(sentenceOf(error)),
    onSettled: () => queryClient.invalidateQueries(trpc.tasks.pathFilter()),
  }
  const check = useMutation(
    trpc.tasks.check.mutationOptions({
      ...told,
      // At once on the screen, and put back when the server says no.
      onMutate: async ({ id, done }) => {
        await queryClient.cancelQueries(lists)
        const before = queryClient.getQueriesData<Task[]>(lists)
        const doneAt = done ? new Date().toISOString() : null
        queryClient.setQueriesData<Task[]>(lists, (tasks) =>
          tasks?.map((task) => (task.id === id ? { ...task, doneAt } : task)),
        )
        return { before }
      },
      onError: (error, _input, result) => {
        for (const [key, tasks] of result?.before ?? []) queryClient.setQueryData(key, tasks)
        tellProblem(sentenceOf(error))
      },
    }),
  )
  const snooze = useMutation(trpc.tasks.snooze.mutationOptions(told))
  return {
    check: ({ id, version }: Seen, done: boolean) => check.mutate({ id, version, done }),
    snooze: ({ id, version }: Seen, until: string | null) => snooze.mutate({ id, version, until }),
  }
}
