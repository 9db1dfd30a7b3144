import { useForm } from '@mantine/form'
import { useMemo } from 'react'
import { clockOf } from '../../../ui/dates.ts'
import { useJudge } from '../grid/use-judge.ts'
import type { Offer } from '../refused.ts'
import type { Appointment, Service, Timed } from '../types.ts'
import { isForCustomersOnly } from '../use-move.ts'
import { type OfficeDiary, useOfficeDiary } from '../use-office-diary.ts'
import { laterClock, lengthOf, type Start, timesOf, type Values, valuesOf } from './start.ts'
import { useBook } from './use-book.ts'

export type Face = {
  start: Start
  wish: Appointment | null
  on: string
  timeZone: string
  services: readonly Service[]
  onDone: () => void
}

/** The fields of a new appointment, what is chosen among free times, and how it is sent. */
export function useAppointmentForm({ start, wish, on, timeZone, services, onDone }: Face) {
  const diary = useOfficeDiary()
  const form = useForm<Values>({
    initialValues: valuesOf({ start, wish, on, now: Date.now(), timeZone, services }),
    validate: (values) => faultsIn(values),
  })
  const { book, booking, refused } = useBook({ wishId: wish?.id ?? null, timeZone, serviceOf: diary.serviceOf, onDone })
  const { values } = form
  const service = diary.serviceOf(values.serviceId)
  const isClear = useIsClear(diary, values, timeZone)
  const isBlock = values.kind === 'block'
  const choose = (offer: Offer) => {
    const chosen = chosenIn(values, offer, timeZone)
    form.setValues(chosen)
    return { ...values, ...chosen }
  }
  return {
    ...{ form, diary, service, isBlock, choose },
    submit: form.onSubmit(() => book({ values, override: !isBlock && isForCustomersOnly(service, isClear) })),
    foot: {
      ...{ refused, booking },
      onAnyway: () => book({ values, override: true }),
      /** What was offered instead is booked at once. */
      onOffer: (offer: Offer) => book({ values: choose(offer), override: false }),
    },
  }
}

/** The fields that a free time sets: as long as before, and with whoever is free then. */
function chosenIn(values: Values, { startsAt, staffIds }: Offer, timeZone: string) {
  const clock = clockOf(new Date(startsAt).toISOString(), timeZone)
  const [date, start] = [clock.slice(0, 10), clock.slice(11)]
  const isFree = values.staffId === '' || staffIds.includes(values.staffId)
  return {
    date,
    start,
    until: laterClock(start, lengthOf(values)),
    staffId: isFree ? values.staffId : (staffIds[0] ?? ''),
  }
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
