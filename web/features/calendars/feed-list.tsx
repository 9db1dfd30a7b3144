import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import classes from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'
import own from './calendars.module.css'
import { FeedRow } from './feed-row.tsx'
import type { Owner } from './types.ts'
import { usePeople } from './use-people.ts'

/** A secret address for each calendar, to which any calendar program can subscribe. */
export function FeedList() {
  const { isOwner } = useOffice()
  const { people, me } = usePeople()
  const feeds = useQuery(trpc.calendars.feeds.queryOptions())
  const resources = useQuery({ ...trpc.resources.list.queryOptions(), enabled: isOwner })
  const owners: Owner[] = [
    ...people.map(({ userId, name }) => ({ name: userId === me ? 'My calendar' : name, userId, resourceId: null })),
    ...(resources.data ?? []).map(({ id, name }) => ({ name, userId: null, resourceId: id })),
  ]
  return (
    <>
      <h3 className={own.heading}>Look at Foyer’s calendars elsewhere</h3>
      <p className={classes.lead}>
        Subscribe to the address in Google, Apple or Outlook Calendar. It is for looking: those programs ask for news
        when they like, often only every few hours.
      </p>
      {!feeds.data && !feeds.error && <LoadingRows count={2} round={false} />}
      {!feeds.data && feeds.error && (
        <Problem sentence={sentenceOf(feeds.error)} onRetry={() => void feeds.refetch()} />
      )}
      {feeds.data && (
        <ul className={classes.rows} aria-label="Addresses of calendars">
          {owners.map((owner) => (
            <FeedRow
              key={owner.userId ?? owner.resourceId}
              owner={owner}
              feed={feeds.data.find(
                ({ userId, resourceId }) => userId === owner.userId && resourceId === owner.resourceId,
              )}
            />
          ))}
        </ul>
      )}
    </>
  )
}
