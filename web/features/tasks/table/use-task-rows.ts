import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import type { Asked } from '../../views/table/use-selection.ts'
import { useRows } from '../../views/use-rows.ts'

/** The tasks as the view wants them, and how many there are. */
export function useTaskRows(asked: Asked) {
  const query = useInfiniteQuery(
    trpc.tasks.table.infiniteQueryOptions(asked, {
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
  )
  const count = trpc.tasks.countTable.queryOptions(asked)
  const { data: total } = useQuery({ ...count, placeholderData: keepPreviousData })
  return { ...useRows(query), total }
}
export type TableRow = NonNullable<ReturnType<typeof useTaskRows>['rows']>[number]
