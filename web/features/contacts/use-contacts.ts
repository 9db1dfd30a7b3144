import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { trpc } from '../../api.ts'

/** The contacts by name, or those that hold `text`; `more` reads the next page. */
export function useContacts(text: string) {
  const query = useInfiniteQuery(
    trpc.contacts.list.infiniteQueryOptions(
      { text },
      { getNextPageParam: ({ next }) => next, placeholderData: keepPreviousData },
    ),
  )
  const { data: total } = useQuery(trpc.contacts.count.queryOptions())
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? null, [data])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { rows, total, error: query.error, refetch: query.refetch, more }
}
