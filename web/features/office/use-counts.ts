import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { reviewOptions } from '../assistant/review-options.ts'
import type { PlaceTo } from './places.ts'

/** How much waits at which place. */
export function useCounts(): Partial<Record<PlaceTo, number>> {
  const { data } = useInfiniteQuery(reviewOptions())
  const { data: unattended } = useQuery(trpc.unattended.count.queryOptions())
  return { '/review': data?.pages[0]?.waiting ?? 0, '/unattended': unattended ?? 0 }
}
