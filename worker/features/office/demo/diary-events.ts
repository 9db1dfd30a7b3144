import { insertAppointment, setAppointment } from '../../../../db/queries/appointments.ts'
import { alone, commit } from '../../../../db/queries/plan.ts'
import { insertActivity } from '../../../../db/queries/timeline.ts'
import { type Booking, SERVICES } from '../../../../db/seed/story.ts'
import { MINUTE_MS } from '../../../kernel/time.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { listAppointments } from '../../appointments/list-appointments.ts'
import { type DemoDays, instantOf } from '../rules/demo-days.ts'
import { contactIdOf } from './people-events.ts'
import type { Event } from './stage.ts'

/** How long before it an appointment is agreed, where the story does not say, and at what time of the day. */
const DAYS_AHEAD = 6
const BOOKED_AT = '09:30'

type Visit = { booking: Booking; startsAt: Date; endsAt: Date; title: string }

/** An appointment is agreed, and once its time has passed the customer came or did not. */
export function bookingEvents(booking: Booking, days: DemoDays): Event[] {
  const { service, who, day, at } = booking
  const startsAt = instantOf(days, { day, at })
  const endsAt = new Date(startsAt.getTime() + SERVICES[service] * MINUTE_MS)
  const visit = { booking, startsAt, endsAt, title: `${service} for ${who}` }
  const booked = booking.booked ?? { day: Math.min(day - DAYS_AHEAD, -1), at: BOOKED_AT }
  const id = { of: '' }
  return [
    { at: instantOf(days, booked), play: async (needs) => void (id.of = await agree(needs, visit)) },
    ...(endsAt <= days.now ? [{ at: endsAt, play: (needs: MemberCtx) => finish(needs, visit, id.of) }] : []),
  ]
}

/** Agrees to what the customer asked for in a mail, where there is such a wish, or writes down a new appointment. */
async function agree(needs: MemberCtx, { booking, startsAt, endsAt, title }: Visit): Promise<string> {
  const { db, officeId, newId, now, member } = needs
  const contactId = await contactIdOf(needs, booking.who)
  const wish = (await listAppointments(needs, { contactId })).find(({ status }) => status === 'requested')
  const id = wish?.id ?? newId()
  const at = now()
  const fields = { title, service: booking.service, status: 'confirmed' as const, startsAt, endsAt, wantedOn: null }
  const row = { officeId, id, contactId, source: 'demo' as const, createdAt: at, ...fields }
  const by = { kind: 'member' as const, userId: member.userId }
  const kind = 'appointment_confirmed' as const
  await commit(
    db,
    alone((db) => [
      wish ? setAppointment(db, officeId, id, fields) : insertAppointment(db, row),
      insertActivity(db, { officeId, id: newId(), contactId, at, kind, entityId: id, title, by }),
    ]),
  )
  return id
}

async function finish(needs: MemberCtx, { booking, title }: Visit, id: string): Promise<void> {
  const { db, officeId, newId, now, member } = needs
  if (booking.missed) return void (await setAppointment(db, officeId, id, { status: 'no_show' }))
  const contactId = await contactIdOf(needs, booking.who)
  const by = { kind: 'member' as const, userId: member.userId }
  const kind = 'appointment_done' as const
  await commit(
    db,
    alone((db) => [
      setAppointment(db, officeId, id, { status: 'done' }),
      insertActivity(db, { officeId, id: newId(), contactId, at: now(), kind, entityId: id, title, by }),
    ]),
  )
}
