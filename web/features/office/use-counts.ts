import { useInfiniteQuery } from '@tanstack/react-query'
import { reviewOptions } from '../assistant/review-options.ts'
import type { PlaceTo } from './places.ts'

/** How much waits at which place. */
export function useCounts(): Partial<Record<PlaceTo, number>> {
  const { data } = useInfiniteQuery(reviewOptions())
  return { '/review': data?.pages[0]?.waiting ?? 0 }
}
