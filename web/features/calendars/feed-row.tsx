import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { PRIVACY } from '../../../worker/features/calendars/rules/feed-words.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { dateWhen } from '../../ui/dates.ts'
import classes from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'
import { AskFirst } from './ask-first.tsx'
import type { Feed, Owner, Privacy } from './types.ts'
import { useCalendarSteps } from './use-calendar-steps.ts'

const SHOWS: Record<Privacy, string> = {
  full: 'Shows titles and names',
  service: 'Shows the service, no names',
  busy: 'Shows only that it is busy',
}
const CHOICES = PRIVACY.map((value) => ({ value, label: SHOWS[value] }))
const privacyOf = (value: string): Privacy => PRIVACY.find((each) => each === value) ?? 'busy'

/** One calendar: whether there is an address of it and what that shows. */
export function FeedRow({ owner, feed }: { owner: Owner; feed: Feed | undefined }) {
  const { office } = useOffice()
  const { makeFeed, changePrivacy, revokeFeed } = useCalendarSteps()
  const [chosen, setChosen] = useState<Privacy>(owner.resourceId === null ? 'full' : 'service')
  const [asking, setAsking] = useState<'new' | 'end' | null>(null)
  const who = { userId: owner.userId, resourceId: owner.resourceId }
  const privacy = feed?.privacy ?? chosen
  const make = () => makeFeed.mutate({ ...who, privacy })
  const address = feed ? makeFeed.data?.address : undefined
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.name}>{owner.name}</div>
        <div className={classes.detail}>
          {feed ? `Has an address since ${dateWhen(feed.createdAt, office.timeZone)}` : 'No address yet'}
        </div>
      </div>
      <NativeSelect
        size="xs"
        aria-label={`What the address of ${owner.name} shows`}
        data={CHOICES}
        value={privacy}
        onChange={({ currentTarget: { value } }) =>
          feed ? changePrivacy.mutate({ ...who, privacy: privacyOf(value) }) : setChosen(privacyOf(value))
        }
      />
      <Group gap={4} wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          loading={makeFeed.isPending}
          aria-label={feed ? `New address for ${owner.name}` : `Make an address for ${owner.name}`}
          onClick={() => (feed ? setAsking('new') : make())}
        >
          {feed ? 'New address' : 'Make an address'}
        </Button>
        {feed && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`Take back the address of ${owner.name}`}
            onClick={() => setAsking('end')}
          >
            Take back
          </Button>
        )}
      </Group>
      {address && (
        <div className={classes.inRow}>
          <CopyField label="calendar address" value={address} />
          <p className={classes.detail} role="status">
            Copy it now: it is shown this once. Whoever has it can look without signing in.
          </p>
        </div>
      )}
      {asking && (
        <AskFirst
          title={asking === 'new' ? `A new address for ${owner.name}?` : `Take back the address of ${owner.name}?`}
          text="Programs that subscribed to the present address see nothing any more."
          act={asking === 'new' ? 'Make a new one' : 'Take back'}
          onClose={() => setAsking(null)}
          onAct={() => (asking === 'new' ? make() : revokeFeed.mutate(who, { onSuccess: () => makeFeed.reset() }))}
        />
      )}
    </li>
  )
}
