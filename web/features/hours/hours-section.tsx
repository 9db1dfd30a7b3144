import { Button, Group, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Section } from '../office/settings/section.tsx'
import classes from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'
import { DatesPart } from './dates-part.tsx'
import { TimeOffPart } from './time-off-part.tsx'
import type { Hours } from './types.ts'
import { useHoursSteps } from './use-hours-steps.ts'
import { WeekForm } from './week-form.tsx'
import { WeekShown } from './week-shown.tsx'

/** When the office and each of its people can be booked: by the week, on single dates, and not at all. */
export function HoursSection() {
  const { data, error, refetch } = useQuery(trpc.hours.read.queryOptions())
  const { data: people } = useQuery(trpc.office.members.queryOptions())
  const [whose, setWhose] = useState<string | null>(null)
  const members = (people?.members ?? []).filter(({ role }) => role !== 'viewer')
  const name = members.find(({ userId }) => userId === whose)?.name ?? 'The office'
  return (
    <Section
      id="hours"
      title="Hours"
      lead="When appointments can be booked. Whoever has no hours of their own follows those of the office."
    >
      <NativeSelect
        label="Whose hours"
        maw={320}
        mb="md"
        value={whose ?? ''}
        onChange={(event) => setWhose(event.currentTarget.value || null)}
        data={[
          { value: '', label: 'The office' },
          ...members.map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
      />
      {!data && !error && <LoadingRows count={5} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data && <HoursOf key={whose} hours={data} whose={whose} name={name} />}
    </Section>
  )
}

type Face = { hours: Hours; whose: string | null; name: string }

function HoursOf({ hours, whose, name }: Face) {
  const { isOwner } = useOffice()
  return (
    <>
      {isOwner ? <WeekOf {...{ hours, whose, name }} /> : <WeekShown windows={weekOf(hours, whose)} />}
      <DatesPart dates={hours.dates.filter(({ userId }) => userId === whose)} whose={whose} />
      <TimeOffPart timeOff={hours.timeOff.filter(({ userId }) => userId === whose)} whose={whose} />
    </>
  )
}

/** Their own, or those of the office, which they follow. */
function weekOf({ weekly }: Hours, whose: string | null) {
  const of = (id: string | null) => weekly.find(({ userId }) => userId === id)
  return (of(whose) ?? of(null))?.windows ?? []
}

function WeekOf({ hours, whose, name }: Face) {
  const { setWeek, followOffice } = useHoursSteps()
  const [isBeginning, setBeginning] = useState(false)
  const own = hours.weekly.find(({ userId }) => userId === whose)
  const follows = whose !== null && !own && !isBeginning
  return (
    <>
      {follows ? (
        <Group gap="sm">
          <span className={classes.detail}>{name} follows the hours of the office.</span>
          <Button size="compact-sm" variant="default" onClick={() => setBeginning(true)}>
            Give {name} other hours
          </Button>
        </Group>
      ) : (
        <WeekForm
          windows={weekOf(hours, whose)}
          isNew={!own}
          isPending={setWeek.isPending}
          onSave={(windows) => setWeek.mutate({ userId: whose, timeZone: own?.timeZone ?? null, windows })}
        />
      )}
      {whose !== null && own && (
        <Button
          mt="xs"
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setBeginning(false)
            followOffice.mutate({ userId: whose })
          }}
        >
          Follow the hours of the office again
        </Button>
      )}
    </>
  )
}
