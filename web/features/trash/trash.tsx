import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Pane, PaneColumn } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useTitle } from '../../ui/use-title.ts'
import classes from './step-row.module.css'
import { StepRow } from './step-row.tsx'

/** What was deleted, merged, imported or changed at once, and can still be taken back. */
export function Trash() {
  useTitle('Trash')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    trpc.acts.list.infiniteQueryOptions({}, { getNextPageParam: ({ next }) => next }),
  )
  const rows = data?.pages.flatMap((page) => page.rows)
  return (
    <Pane title="Trash">
      <PaneColumn>
        {rows && rows.length > 0 && (
          <ul className={classes.list} aria-label="Steps that can be taken back">
            {rows.map((step) => (
              <StepRow key={step.id} step={step} />
            ))}
          </ul>
        )}
        {rows?.length === 0 && (
          <Empty icon={<IconTrash size={20} />} title="Nothing here">
            What you delete or merge lies here for 30 days, and comes back with one click.
          </Empty>
        )}
        {hasNextPage && (
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Earlier
          </Button>
        )}
        {!rows && !error && <LoadingRows round={false} />}
        {!rows && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      </PaneColumn>
    </Pane>
  )
}
