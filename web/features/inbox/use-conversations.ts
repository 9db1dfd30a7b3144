import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { trpc } from '../../api.ts'
import type { Status } from './types.ts'

/** The conversations of one state, newest first; `more` reads the next page when the end comes into sight. */
export function useConversations(status: Status) {
  const query = useInfiniteQuery(
    trpc.inbox.conversations.infiniteQueryOptions({ status }, { getNextPageParam: ({ next }) => next }),
  )
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? null, [data])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { rows, unread: data?.pages[0]?.unread ?? 0, error: query.error, refetch: query.refetch, more }
}
