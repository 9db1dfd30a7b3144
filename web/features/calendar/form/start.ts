import { addDays, clockOf, instantOf } from '../../../ui/dates.ts'
import type { Appointment, Service } from '../types.ts'

/** What is known of an appointment before its form is filled in: where it was dragged, whose page it comes from. */
export type Start = {
  startsAt?: number
  endsAt?: number
  staffIds?: string[]
  resourceIds?: string[]
  contactId?: string
  wishId?: string
}

export type Values = {
  kind: 'appointment' | 'block'
  contactId: string | null
  /** Somebody who is not in the list yet. */
  isNew: boolean
  name: string
  email: string
  phone: string
  serviceId: string
  /** Empty: anyone who does it. */
  staffId: string
  resourceIds: string[]
  date: string
  start: string
  until: string
  title: string
  note: string
  answers: Record<string, string>
}

const HOUR_MS = 3_600_000
const HALF_HOUR_MINUTES = 30
const DAY_MINUTES = 24 * 60

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const two = (value: number) => String(value).padStart(2, '0')

/** A time of day so many minutes after another; past midnight it goes on from there. */
export function laterClock(clock: string, minutes: number): string {
  const at = (((minutesOf(clock) + minutes) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`
}

/** How long it lasts by its form, in minutes; one that ends by the clock before it starts ends on the next day. */
export function lengthOf({ start, until }: Pick<Values, 'start' | 'until'>): number {
  const minutes = minutesOf(until) - minutesOf(start)
  return minutes > 0 ? minutes : minutes + DAY_MINUTES
}

type Known = {
  start: Start
  wish: Appointment | null
  on: string
  now: number
  timeZone: string
  services: readonly Service[]
}

/** A form as it opens: on the hour that comes next, or where it was dragged to. */
export function valuesOf({ start, wish, on, now, timeZone, services }: Known): Values {
  const nextHour = clockOf(new Date(Math.ceil(now / HOUR_MS) * HOUR_MS).toISOString(), timeZone)
  const wished = wish?.startsAt ? Date.parse(wish.startsAt) : null
  const at = start.startsAt ?? wished
  const clock = at ? clockOf(new Date(at).toISOString(), timeZone) : `${wish?.wantedOn ?? on}T${nextHour.slice(11)}`
  const asked = services.find(({ name }) => name === wish?.service)
  const only = services.length === 1 && start.startsAt === undefined ? services[0] : undefined
  const service = asked ?? only
  const length = start.startsAt !== undefined && start.endsAt ? (start.endsAt - start.startsAt) / 60_000 : null
  return {
    ...{ kind: 'appointment', isNew: false, name: '', email: '', phone: '', note: '', answers: {} },
    contactId: start.contactId ?? wish?.contactId ?? null,
    serviceId: service?.id ?? '',
    staffId: start.staffIds?.[0] ?? '',
    resourceIds: start.resourceIds ?? [],
    date: clock.slice(0, 10),
    start: clock.slice(11),
    until: laterClock(clock.slice(11), length ?? service?.lengthMinutes ?? HALF_HOUR_MINUTES),
    title: wish && !service ? wish.title : '',
  }
}

/** The two instants that the form names. */
export function timesOf({ date, start, until }: Pick<Values, 'date' | 'start' | 'until'>, timeZone: string) {
  const endDate = minutesOf(until) > minutesOf(start) ? date : addDays(date, 1)
  return { startsAt: instantOf(`${date}T${start}`, timeZone), endsAt: instantOf(`${endDate}T${until}`, timeZone) }
}
