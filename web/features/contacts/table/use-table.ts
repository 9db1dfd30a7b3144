import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { View } from '../../../../worker/features/views/rules/view.ts'
import { trpc } from '../../../api.ts'

/** The contacts as the view wants them; `more` reads the next page. */
export function useTable(text: string, view: View) {
  const query = useInfiniteQuery(
    trpc.contacts.table.infiniteQueryOptions(
      { text, view },
      { getNextPageParam: ({ next }) => next, placeholderData: keepPreviousData },
    ),
  )
  const count = trpc.contacts.countTable.queryOptions({ text, view })
  const { data: total } = useQuery({ ...count, placeholderData: keepPreviousData })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? null, [data])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { rows, total, error, refetch, more }
}
export type TableRow = NonNullable<ReturnType<typeof useTable>['rows']>[number]
