import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { reviewOptions } from './review-options.ts'
import type { ReviewSuggestion } from './review-row.tsx'

type Pages = InfiniteData<{ rows: ReviewSuggestion[]; waiting: number }>

/**
 * Takes a suggestion out of the list before the server has answered, so that the next one is there at once. Reading
 * anew afterwards puts back what was taken out too soon.
 */
export function useTakeOut(): (id: string) => Promise<void> {
  const queryClient = useQueryClient()
  const { queryKey } = reviewOptions()
  return async (id) => {
    await queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData<Pages>(queryKey, (pages) => pages && without(pages, id))
  }
}

const without = ({ pages, pageParams }: Pages, id: string): Pages => ({
  pageParams,
  pages: pages.map(({ rows, waiting, ...page }) => ({
    ...page,
    rows: rows.filter((row) => row.id !== id),
    waiting: Math.max(0, waiting - 1),
  })),
})
