import { ActionIcon, Group } from '@mantine/core'
import { IconAlertTriangle, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { shortWhen } from '../../ui/dates.ts'
import { useNow } from '../../ui/use-now.ts'
import classes from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'
import { AskFirst } from './ask-first.tsx'
import own from './calendars.module.css'
import { ChangeSourceDialog } from './change-source-dialog.tsx'
import type { Source } from './types.ts'
import { useCalendarSteps } from './use-calendar-steps.ts'
import { usePeople } from './use-people.ts'

/** One calendar elsewhere: whose it is, when it was read, and what is wrong with it. */
export function SourceRow({ source }: { source: Source }) {
  const { id, userId, name, host, problem } = source
  const { isOwner, user } = useOffice()
  const { nameOf } = usePeople()
  const { refreshSource, removeSource } = useCalendarSteps()
  const [asking, setAsking] = useState<'change' | 'remove' | null>(null)
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.name}>{name}</div>
        <div className={classes.detail}>
          {userId === user.id ? 'Yours' : nameOf(userId)} · {host}
        </div>
        <ReadState source={source} />
        {problem && (
          <div className={own.bad}>
            <IconAlertTriangle size={14} aria-hidden />
            <span>{problem}</span>
          </div>
        )}
      </div>
      {(isOwner || userId === user.id) && (
        <Group gap={2} wrap="nowrap">
          <ActionIcon aria-label={`Read ${name} now`} onClick={() => refreshSource.mutate({ id })}>
            <IconRefresh size={15} />
          </ActionIcon>
          <ActionIcon aria-label={`Change ${name}`} onClick={() => setAsking('change')}>
            <IconPencil size={15} />
          </ActionIcon>
          <ActionIcon aria-label={`Remove ${name}`} onClick={() => setAsking('remove')}>
            <IconTrash size={15} />
          </ActionIcon>
        </Group>
      )}
      {asking === 'change' && <ChangeSourceDialog source={source} onClose={() => setAsking(null)} />}
      {asking === 'remove' && (
        <AskFirst
          title={`Follow “${name}” no more?`}
          text="What is in it keeps nobody from being booked any more. The calendar itself stays as it is."
          act="Remove"
          onAct={() => removeSource.mutate({ id })}
          onClose={() => setAsking(null)}
        />
      )}
    </li>
  )
}

function ReadState({ source: { readAt, busyTimes, notTaken, problem } }: { source: Source }) {
  const { office } = useOffice()
  const now = useNow()
  if (readAt === null) return problem ? null : <div className={classes.detail}>Being read for the first time …</div>
  const times = `${busyTimes.toLocaleString('en')} busy ${busyTimes === 1 ? 'time' : 'times'}`
  const odd = notTaken > 0 ? `, ${notTaken} ${notTaken === 1 ? 'event' : 'events'} could not be read` : ''
  return (
    <div className={classes.detail}>
      Last read {shortWhen(readAt, now, office.timeZone)}: {times}
      {odd}
    </div>
  )
}
