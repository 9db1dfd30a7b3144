import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { TimelinePart } from '../../../worker/features/contacts/rules/timeline-parts.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import classes from './timeline.module.css'
import { TimelineEntry } from './timeline-entry.tsx'
import { TimelineFilter } from './timeline-filter.tsx'

type Face = { contactId: string; parts: TimelinePart[]; onNarrow: (parts: TimelinePart[]) => void }

/** All that happened with a contact, newest first; narrowed to some parts of it where some are named. */
export function Timeline({ contactId, parts, onNarrow }: Face) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    trpc.contacts.timeline.infiniteQueryOptions(
      { id: contactId, parts },
      { getNextPageParam: ({ next }) => next, placeholderData: keepPreviousData },
    ),
  )
  const rows = data?.pages.flatMap((page) => page.rows)
  return (
    <section aria-label="Timeline">
      <TimelineFilter parts={parts} onNarrow={onNarrow} />
      {!rows && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {!rows && !error && <LoadingRows count={5} />}
      {rows?.length === 0 && (
        <Empty
          icon={<IconHistory size={20} />}
          title={parts.length > 0 ? 'Nothing of this kind' : 'Nothing happened yet'}
        >
          {parts.length > 0
            ? 'Choose another part, or look at everything.'
            : 'Messages, tasks, deals and appointments stand here as they come.'}
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <ol className={classes.timeline}>
          {rows.map((activity) => (
            <TimelineEntry key={activity.id} activity={activity} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button
          className={classes.more ?? ''}
          size="xs"
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </section>
  )
}
