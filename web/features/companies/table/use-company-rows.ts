import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import type { Asked } from '../../views/table/use-selection.ts'
import { useRows } from '../../views/use-rows.ts'

/** The companies as the view wants them, and how many there are. */
export function useCompanyRows(asked: Asked) {
  const query = useInfiniteQuery(
    trpc.companies.table.infiniteQueryOptions(asked, {
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
  )
  const count = trpc.companies.countTable.queryOptions(asked)
  const { data: total } = useQuery({ ...count, placeholderData: keepPreviousData })
  return { ...useRows(query), total }
}
export type TableRow = NonNullable<ReturnType<typeof useCompanyRows>['rows']>[number]
