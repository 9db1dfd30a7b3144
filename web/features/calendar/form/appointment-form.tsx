import { Button, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMemo } from 'react'
import { clockOf } from '../../../ui/dates.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { Alternatives } from '../alternatives.tsx'
import { useJudge } from '../grid/use-judge.ts'
import { mayGoPast, type Offer } from '../refused.ts'
import type { Appointment, Service, Timed } from '../types.ts'
import { isForCustomersOnly } from '../use-move.ts'
import { type OfficeDiary, useOfficeDiary } from '../use-office-diary.ts'
import { FreeTimes } from './free-times.tsx'
import { Questions } from './questions.tsx'
import { laterClock, lengthOf, type Start, timesOf, type Values, valuesOf } from './start.ts'
import { TimeFields } from './time-fields.tsx'
import { useBook } from './use-book.ts'
import { WhatFields } from './what-fields.tsx'
import { WhoField } from './who-field.tsx'

type Face = {
  start: Start
  wish: Appointment | null
  on: string
  timeZone: string
  services: readonly Service[]
  onDone: () => void
}

/** Whom and what it is for, with whom, and when; or time that is nobody's appointment. */
export function AppointmentForm({ start, wish, on, timeZone, services, onDone }: Face) {
  const diary = useOfficeDiary()
  const form = useForm<Values>({
    initialValues: valuesOf({ start, wish, on, now: Date.now(), timeZone, services }),
    validate: (values) => faultsIn(values),
  })
  const { book, booking, refused } = useBook({ wishId: wish?.id ?? null, timeZone, serviceOf: diary.serviceOf, onDone })
  const { values } = form
  const service = diary.serviceOf(values.serviceId)
  const isClear = useIsClear(diary, values, timeZone)
  const send = (override: boolean, changed: Values = values) => book({ values: changed, override })
  const choose = ({ startsAt, staffIds }: Offer, andSend = false) => {
    const clock = clockOf(new Date(startsAt).toISOString(), timeZone)
    const time = {
      date: clock.slice(0, 10),
      start: clock.slice(11),
      until: laterClock(clock.slice(11), lengthOf(values)),
    }
    const person = values.staffId && !staffIds.includes(values.staffId) ? (staffIds[0] ?? '') : values.staffId
    form.setValues({ ...time, staffId: person })
    if (andSend) send(false, { ...values, ...time, staffId: person })
  }
  const isBlock = values.kind === 'block'
  const submit = form.onSubmit(() => send(!isBlock && isForCustomersOnly(service, isClear)))
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {!wish && (
          <SegmentedControl
            aria-label="What is to stand in the calendar"
            data={[
              { value: 'appointment', label: 'Appointment' },
              { value: 'block', label: 'Block time' },
            ]}
            {...form.getInputProps('kind')}
          />
        )}
        {!isBlock && <WhoField form={form} fixed={wish?.contactName ?? null} />}
        {(isBlock || !service) && (
          <TextInput
            label={isBlock ? 'What for' : 'Title'}
            placeholder={isBlock ? 'Team meeting' : 'Appointment'}
            maxLength={200}
            {...form.getInputProps('title')}
          />
        )}
        <WhatFields form={form} diary={diary} />
        <TimeFields form={form} />
        {!isBlock && service && <FreeTimes {...{ values, service, timeZone }} onChoose={choose} />}
        {!isBlock && service && <Questions form={form} questions={service.questions} />}
        {!isBlock && <Textarea label="Note" autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />}
        {refused && <FormProblem sentence={refused.sentence} />}
        {refused && (
          <Alternatives
            offers={refused.alternatives}
            timeZone={timeZone}
            nameOf={diary.nameOf}
            onChoose={(offer) => choose(offer, true)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          {refused && mayGoPast(refused) && (
            <Button variant="light" loading={booking} onClick={() => send(true)}>
              Book anyway
            </Button>
          )}
          <Button type="submit" loading={booking}>
            {isBlock ? 'Block' : 'Book'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const NOTHING_KNOWN: Timed[] = []
/** Whether all who are meant work at the time of the form. */
function useIsClear(diary: OfficeDiary, values: Values, timeZone: string): boolean {
  const judge = useJudge(diary, NOTHING_KNOWN, timeZone)
  return useMemo(() => {
    if (!values.date || !values.start || !values.until || !values.staffId) return false
    const { startsAt, endsAt } = timesOf(values, timeZone)
    const time = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }
    return judge({ ...time, staffIds: [values.staffId], resourceIds: [] }, null).problem === null
  }, [judge, values, timeZone])
}

/** What is missing, by field. */
function faultsIn(values: Values): Partial<Record<keyof Values, string>> {
  const { kind, isNew, name, serviceId, staffId, resourceIds, date, start, until, title } = values
  const isPlain = kind === 'block' || !serviceId
  return {
    ...(isNew && kind === 'appointment' && !name.trim() ? { name: 'Please give a name.' } : {}),
    ...(kind === 'block' && !title.trim() ? { title: 'Please say what the time is for.' } : {}),
    ...(isPlain && !staffId && resourceIds.length === 0 ? { staffId: 'Please say with whom, or where.' } : {}),
    ...(date ? {} : { date: 'Please choose a day.' }),
    ...(start ? {} : { start: 'Please say when.' }),
    ...(until ? {} : { until: 'Please say until when.' }),
  }
}
