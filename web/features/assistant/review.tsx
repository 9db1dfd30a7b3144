import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useTitle } from '../../ui/use-title.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { neighbour } from '../inbox/neighbour.ts'
import { AllReviewed } from './all-reviewed.tsx'
import classes from './review.module.css'
import { ReviewOne } from './review-one.tsx'
import { reviewOptions } from './review-options.ts'
import { REVIEW_ROW_HEIGHT, ReviewRow } from './review-row.tsx'
import { useDecisions } from './use-decisions.ts'

/** Suggestions that wait for a member: the list at the left, one of them at the right with the mail it comes from. */
export function Review() {
  useTitle('Review')
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(reviewOptions())
  const rows = data?.pages.flatMap((page) => page.rows)
  const [chosen, setChosen] = useState<{ id: string; at: number } | null>(null)
  const decisions = useDecisions()
  const now = useNow()
  // The chosen one leaves when it is decided: then the one that took its place is next.
  const one = rows?.find(({ id }) => id === chosen?.id) ?? rows?.[Math.min(chosen?.at ?? 0, rows.length - 1)]
  const choose = (id: string) => setChosen({ id, at: rows?.findIndex((row) => row.id === id) ?? 0 })
  const step = (by: 1 | -1) => {
    const next = neighbour(rows ?? [], one?.id ?? null, by)
    if (next) choose(next.id)
  }
  const more = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  return (
    <div className={classes.review} data-open={chosen !== null || rows?.length === 0}>
      <div className={classes.list}>
        <Pane title="Review" count={data?.pages[0]?.waiting ?? null}>
          {rows && (
            <VirtualList label="Suggestions" rows={rows} rowHeight={REVIEW_ROW_HEIGHT} inSight={one?.id} onEnd={more}>
              {(row) => <ReviewRow row={row} chosen={row.id === one?.id} now={now} onChoose={() => choose(row.id)} />}
            </VirtualList>
          )}
          {!rows && !error && <LoadingRows round={false} />}
          {!rows && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
        </Pane>
      </div>
      <div className={classes.one}>
        {one && (
          <ReviewOne key={one.id} suggestion={one} decisions={decisions} onStep={step} onBack={() => setChosen(null)} />
        )}
        {rows?.length === 0 && <AllReviewed />}
      </div>
    </div>
  )
}
