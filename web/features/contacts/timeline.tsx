import { Button, Tooltip } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { longWhen, shortWhen } from '../../ui/dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'
import { ActivityPicture } from './activity-picture.tsx'
import { activityWords } from './activity-words.ts'
import { birthdayWords } from './details/birthday-words.ts'
import classes from './timeline.module.css'
import type { Activity } from './types.ts'

const ACTORS = {
  member: 'by the office',
  assistant: 'by the assistant',
  import: 'by an import',
  workflow: 'by a workflow',
  sender: '',
  customer: 'by the customer',
  desk: 'by itself',
} as const

/** All that happened with a contact, newest first. */
export function Timeline({ contactId }: { contactId: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    trpc.contacts.timeline.infiniteQueryOptions({ id: contactId }, { getNextPageParam: ({ next }) => next }),
  )
  const rows = data?.pages.flatMap((page) => page.rows)
  if (!rows && error) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!rows) return <LoadingRows count={5} />
  if (rows.length === 0)
    return (
      <Empty icon={<IconHistory size={20} />} title="Nothing happened yet">
        Messages, tasks, deals and appointments stand here as they come.
      </Empty>
    )
  return (
    <>
      <ol className={classes.timeline}>
        {rows.map((activity) => (
          <Entry key={activity.id} activity={activity} />
        ))}
      </ol>
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
    </>
  )
}

function Entry({ activity }: { activity: Activity }) {
  const { kind, at, by } = activity
  const { office } = useOffice()
  const now = useNow()
  return (
    <li className={classes.entry}>
      <span className={classes.picture}>
        <ActivityPicture kind={kind} />
      </span>
      <div className={classes.words}>
        {activityWords(kind)} <EntryTitle activity={activity} />
        <Changes changes={activity.changes} />
        <div className={classes.by}>{ACTORS[by.kind]}</div>
      </div>
      <Tooltip label={longWhen(at, office.timeZone)}>
        <time className={classes.when} dateTime={at}>
          {shortWhen(at, now, office.timeZone)}
        </time>
      </Tooltip>
    </li>
  )
}

/** A value as it is read: a day in the reader's own order, and what is not there by name. */
const inWords = (value: string | null) =>
  value === null ? 'empty' : /^(\d{4}|-)-\d{2}-\d{2}$/.test(value) ? birthdayWords(value) : value

/** Edits of several values are folded, so that a long day with one record stays one screen. */
function Changes({ changes }: Pick<Activity, 'changes'>) {
  const lines = changes.map(({ field, before, after }) => (
    <div key={field} className={classes.by}>
      {field}: {inWords(before)} → {inWords(after)}
    </div>
  ))
  if (lines.length < 2) return lines
  return (
    <details className={classes.by}>
      <summary>{lines.length} changes</summary>
      {lines}
    </details>
  )
}

/** What the line tells of, and the way there. */
function EntryTitle({ activity: { kind, title, conversationId, entityId } }: { activity: Activity }) {
  const face = { className: classes.title ?? '' }
  if (conversationId)
    return (
      <Link {...face} to="/inbox/$conversationId" params={{ conversationId }}>
        {title}
      </Link>
    )
  if (kind.startsWith('deal_'))
    return (
      <Link {...face} to="/deals/$dealId" params={{ dealId: entityId }}>
        {title}
      </Link>
    )
  if (kind.startsWith('task_'))
    return (
      <Link {...face} to="/tasks">
        {title}
      </Link>
    )
  return <span {...face}>{title}</span>
}
