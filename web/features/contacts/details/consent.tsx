import { Button, Group, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../../api.ts'
import { dateWhen } from '../../../ui/dates.ts'
import { useOffice } from '../../office/use-office.ts'
import { Fact } from '../facts.tsx'
import classes from './details.module.css'
import { Part } from './part.tsx'
import { useSteps } from './use-steps.ts'

const CHANNELS = { email: 'Email', sms: 'Text messages', phone: 'Phone calls', marketing: 'Advertising' } as const
type Channel = keyof typeof CHANNELS

/** What somebody allowed and how that is known; what they took back stays to be read in the timeline. */
export function Consent({ contactId }: { contactId: string }) {
  const { office } = useOffice()
  const { data } = useQuery(trpc.contacts.consent.queryOptions({ id: contactId }))
  return (
    <Part title="Consent" add="Write down a consent" form={(close) => <ConsentForm id={contactId} onDone={close} />}>
      {data?.length === 0 && <Fact>Not asked yet.</Fact>}
      {data?.map(({ id, channel, isGiven, evidence, at }) => (
        <Fact key={id} end={dateWhen(at, office.timeZone)}>
          {CHANNELS[channel]}: {isGiven ? 'yes' : 'no'} <span className={classes.word}>({evidence})</span>
        </Fact>
      ))}
    </Part>
  )
}

function ConsentForm({ id, onDone }: { id: string; onDone: () => void }) {
  const [channel, setChannel] = useState<Channel>('email')
  const [evidence, setEvidence] = useState('')
  const give = useMutation(trpc.contacts.giveConsent.mutationOptions(useSteps(onDone)))
  const say = (isGiven: boolean) => give.mutate({ id, channel, isGiven, evidence })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    say(true)
  }
  const channels = (['email', 'sms', 'phone', 'marketing'] as const).map((value) => ({ value, label: CHANNELS[value] }))
  return (
    <form onSubmit={submit} className={classes.form}>
      <Select
        size="xs"
        label="For"
        allowDeselect={false}
        data={channels}
        value={channel}
        onChange={(chosen) => chosen && setChannel(chosen)}
      />
      <TextInput
        size="xs"
        label="How we know"
        placeholder="Signed form of 2 March"
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button size="compact-sm" type="submit" loading={give.isPending}>
          Allowed
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => say(false)}>
          Not allowed
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
