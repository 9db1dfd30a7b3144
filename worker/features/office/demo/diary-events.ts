import { insertAppointment, setAppointment } from '../../../../db/queries/appointments.ts'
import { alone, commit } from '../../../../db/queries/plan.ts'
import { insertActivity } from '../../../../db/queries/timeline.ts'
import { type Booking, SERVICES } from '../../../../db/seed/story.ts'
import { MINUTE_MS } from '../../../kernel/time.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { listAppointments } from '../../appointments/list-appointments.ts'
import { type DemoDays, instantOf } from '../rules/demo-days.ts'
import type { Cast } from './people-events.ts'
import type { Event } from './stage.ts'

/** How long before it an appointment is agreed, where the story does not say, and at what time of the day. */
const DAYS_AHEAD = 6
const BOOKED_AT = '09:30'

type Visit = { id: string; contactId: string; title: string; service: string; startsAt: Date; endsAt: Date }

/** An appointment is agreed, and once its time has passed the customer came or did not. */
export function bookingEvents(booking: Booking, days: DemoDays, cast: Cast): Event[] {
  const { service, who, day, at } = booking
  const startsAt = instantOf(days, { day, at })
  const endsAt = new Date(startsAt.getTime() + SERVICES[service] * MINUTE_MS)
  const booked = booking.booked ?? { day: Math.min(day - DAYS_AHEAD, -1), at: BOOKED_AT }
  let visit: Visit
  const agreeTo = async (needs: MemberCtx) => {
    const contactId = await cast(needs, who)
    visit = await agree(needs, { contactId, title: `${service} for ${who}`, service, startsAt, endsAt })
  }
  const isOver = endsAt <= days.now
  const finishIt = (needs: MemberCtx) => finish(needs, visit, booking.missed ? 'no_show' : 'done')
  return [{ at: instantOf(days, booked), play: agreeTo }, ...(isOver ? [{ at: endsAt, play: finishIt }] : [])]
}

/** Agrees to what the customer asked for in a mail, where there is such a wish, or writes down a new appointment. */
async function agree(needs: MemberCtx, agreed: Omit<Visit, 'id'>): Promise<Visit> {
  const { db, officeId, newId, now } = needs
  const { contactId } = agreed
  const wish = (await listAppointments(needs, { contactId })).find(({ status }) => status === 'requested')
  const visit = { ...agreed, id: wish?.id ?? newId() }
  const fields = { ...visit, status: 'confirmed' as const, wantedOn: null }
  await commit(
    db,
    alone((db) => [
      wish
        ? setAppointment(db, officeId, wish.id, fields)
        : insertAppointment(db, { ...fields, officeId, source: 'demo', createdAt: now() }),
      insertActivity(db, activityOf(needs, visit, 'appointment_confirmed')),
    ]),
  )
  return visit
}

async function finish(needs: MemberCtx, visit: Visit, status: 'done' | 'no_show'): Promise<void> {
  const { db, officeId } = needs
  await commit(
    db,
    alone((db) => [
      setAppointment(db, officeId, visit.id, { status }),
      ...(status === 'done' ? [insertActivity(db, activityOf(needs, visit, 'appointment_done'))] : []),
    ]),
  )
}

function activityOf(
  { officeId, newId, now, member }: MemberCtx,
  { id, contactId, title }: Visit,
  kind: 'appointment_confirmed' | 'appointment_done',
) {
  const by = { kind: 'member' as const, userId: member.userId }
  return { officeId, id: newId(), contactId, at: now(), kind, entityId: id, title, by }
}
