import { replaceClaims } from '../../../../db/queries/appointment-claims.ts'
import { insertAppointment, setAppointment } from '../../../../db/queries/appointments.ts'
import { alone, commit, joined, type Plan } from '../../../../db/queries/plan.ts'
import { insertActivity } from '../../../../db/queries/timeline.ts'
import { SERVICES } from '../../../../db/seed/story.ts'
import { OFFERED } from '../../../../db/seed/team.ts'
import { MINUTE_MS } from '../../../kernel/time.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { listAppointments } from '../../appointments/list-appointments.ts'
import { staffName, unitName } from '../../appointments/rules/resource-names.ts'
import { type DemoDays, instantOf } from '../rules/demo-days.ts'
import type { Cast } from './cast.ts'
import type { Salon } from './prepare-salon.ts'
import type { Staffed } from './staffed.ts'
import type { Event } from './stage.ts'

/** How long before it an appointment is agreed, where the story does not say, and at what time of the day. */
const DAYS_AHEAD = 6
const BOOKED_AT = '09:30'

type Visit = {
  id: string
  /** Whether a mail asked for it, so that it is in the diary as a wish. */
  isWish: boolean
  contactId: string
  title: string
  service: string
  serviceId: string
  staffIds: string[]
  resourceIds: string[]
  bookedAt: Date
  startsAt: Date
  endsAt: Date
}
type Done = { booking: Staffed; visit: Visit }
type Telling = { diary: readonly Staffed[]; beginning: Date; days: DemoDays; cast: Cast; salon: Salon }

/**
 * The diary: what was agreed at the counter is in it from the beginning, what a mail led to from then on, and in the end
 * it says who came.
 */
export function diaryEvents(telling: Telling): Event[] {
  const { diary, beginning, days } = telling
  const visits: Done[] = []
  const agree = async (needs: MemberCtx, bookings: readonly Staffed[]) => {
    const plans: Plan[] = []
    for (const booking of bookings) {
      const visit = await visitOf(needs, booking, telling)
      visits.push({ booking, visit })
      plans.push(planVisit(needs, visit))
    }
    await commit(needs.db, joined(...plans))
  }
  const finish = (needs: MemberCtx) => {
    const over = visits.filter(({ booking, visit }) => !booking.cancelled && visit.endsAt <= days.now)
    return commit(needs.db, joined(...over.map((done) => planEnd(needs, done))))
  }
  return [
    {
      at: beginning,
      play: (needs) =>
        agree(
          needs,
          diary.filter(({ booked }) => booked === undefined),
        ),
    },
    ...diary.flatMap((booking): Event[] =>
      booking.booked ? [{ at: instantOf(days, booking.booked), play: (needs) => agree(needs, [booking]) }] : [],
    ),
    ...diary.flatMap((booking): Event[] =>
      booking.cancelled
        ? [{ at: instantOf(days, booking.cancelled), play: (needs) => cancel(needs, visits, booking) }]
        : [],
    ),
    { at: days.now, play: finish },
  ]
}

async function visitOf(needs: MemberCtx, booking: Staffed, { days, cast, salon }: Telling): Promise<Visit> {
  const { service, who, day, at, booked } = booking
  const startsAt = instantOf(days, { day, at })
  const contactId = await cast.idOf(needs, who)
  const wishId = booked ? await wishOf(needs, contactId) : null
  return {
    id: wishId ?? needs.newId(),
    isWish: wishId !== null,
    contactId,
    title: `${service} for ${who}`,
    service,
    serviceId: salon.serviceIds.get(service) ?? '',
    staffIds: [salon.team[booking.with] ?? ''],
    resourceIds: OFFERED[service].needsTable ? [salon.tableId] : [],
    bookedAt: instantOf(days, booked ?? { day: Math.min(day - DAYS_AHEAD, -1), at: BOOKED_AT }),
    startsAt,
    endsAt: new Date(startsAt.getTime() + SERVICES[service] * MINUTE_MS),
  }
}

/** The appointment that a mail of theirs asked for, if one waits. */
async function wishOf(needs: MemberCtx, contactId: string): Promise<string | null> {
  const appointments = await listAppointments(needs, { contactId })
  return appointments.find(({ status }) => status === 'requested')?.id ?? null
}

function planVisit(needs: MemberCtx, visit: Visit): Plan {
  const { officeId } = needs
  const { isWish, bookedAt, ...agreed } = visit
  const fields = { ...agreed, status: 'confirmed' as const, wantedOn: null, deskVersion: 1 }
  const activity = activityOf(needs, visit, 'appointment_confirmed', bookedAt)
  return alone((db) => [
    isWish
      ? setAppointment(db, officeId, visit.id, fields)
      : insertAppointment(db, { ...fields, officeId, source: 'demo', createdAt: bookedAt }),
    ...replaceClaims(db, officeId, claimsOf(visit, 'booked', 1)),
    insertActivity(db, activity),
  ])
}

async function cancel(needs: MemberCtx, visits: readonly Done[], booking: Staffed): Promise<void> {
  const done = visits.find((each) => each.booking === booking)
  if (!done) return
  const activity = activityOf(needs, done.visit, 'appointment_cancelled', needs.now())
  const plan = alone((db) => [
    setAppointment(db, needs.officeId, done.visit.id, {
      ...{ status: 'cancelled', cancelledBy: 'customer', cancelledAt: needs.now(), deskVersion: 2 },
    }),
    ...replaceClaims(db, needs.officeId, claimsOf(done.visit, 'released', 2)),
    insertActivity(db, activity),
  ])
  await commit(needs.db, plan)
}

function planEnd(needs: MemberCtx, { booking, visit }: Done): Plan {
  const status = booking.missed ? ('no_show' as const) : ('done' as const)
  const activity = activityOf(needs, visit, booking.missed ? 'appointment_missed' : 'appointment_done', visit.endsAt)
  return alone((db) => [
    setAppointment(db, needs.officeId, visit.id, { status, deskVersion: 2 }),
    insertActivity(db, activity),
  ])
}

/** The time that it takes of its person, and of the table. */
const claimsOf = (
  { id, staffIds, resourceIds, startsAt, endsAt }: Visit,
  status: 'booked' | 'released',
  version: number,
) =>
  [...staffIds.map(staffName), ...resourceIds.map(unitName)].map((resourceId, n) => ({
    ...{ id: `${id}:${n + 1}`, appointmentId: id, resourceId, status, version, expiresAt: null },
    ...{ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() },
  }))

function activityOf(
  { officeId, newId, member }: MemberCtx,
  { id, contactId, title }: Visit,
  kind: `appointment_${'confirmed' | 'cancelled' | 'done' | 'missed'}`,
  at: Date,
) {
  const by = { kind: 'member' as const, userId: member.userId }
  return { officeId, id: newId(), contactId, at, kind, entityId: id, title, by }
}
