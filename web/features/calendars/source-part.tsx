import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import classes from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'
import own from './calendars.module.css'
import { FollowDialog } from './follow-dialog.tsx'
import { OverlapList } from './overlap-list.tsx'
import { SourceRow } from './source-row.tsx'
import { UnknownChoice } from './unknown-choice.tsx'

const WHILE_UNKNOWN = {
  request: 'customers’ bookings with their members wait for your answer',
  refuse: 'their members are not offered to customers',
}

/** Calendars elsewhere whose events keep members from being booked here. */
export function SourcePart() {
  const { isOwner } = useOffice()
  const { data, error, refetch } = useQuery(trpc.calendars.sources.queryOptions())
  const choice = useQuery(trpc.calendars.choice.queryOptions())
  const [following, setFollowing] = useState(false)
  const unread = data?.filter(({ isUnknown, problem }) => isUnknown && problem !== null) ?? []
  return (
    <>
      <h3 className={own.heading}>Calendars that keep you busy</h3>
      <p className={classes.lead}>
        Foyer reads them every quarter of an hour and offers nobody a time that is taken there. What the events are
        stays between you and that calendar.
      </p>
      {unread.length > 0 && (
        <Alert color="yellow" variant="light" mb="sm" role="alert" icon={<IconAlertTriangle size={18} />}>
          {unread.map(({ name }) => `“${name}”`).join(', ')} cannot be read just now. What was known last still counts,
          and new events there are not seen, so {WHILE_UNKNOWN[choice.data?.whenUnknown ?? 'request']}.
        </Alert>
      )}
      {!data && !error && <LoadingRows count={2} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={classes.detail}>No calendar is followed yet.</p>}
      {data && data.length > 0 && (
        <ul className={classes.rows} aria-label="Calendars that are followed">
          {data.map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </ul>
      )}
      {data && (
        <Button
          size="xs"
          variant="default"
          mt="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => setFollowing(true)}
        >
          Follow a calendar
        </Button>
      )}
      {data && data.length > 0 && <OverlapList />}
      {data && data.length > 0 && isOwner && <UnknownChoice />}
      {following && <FollowDialog onClose={() => setFollowing(false)} />}
    </>
  )
}
