import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'

/** The pages of a list as one; `more` reads the next. */
export function useRows<Row>(query: UseInfiniteQueryResult<InfiniteData<{ rows: Row[] }, unknown>, unknown>) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? null, [data])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { rows, error, refetch, more }
}
