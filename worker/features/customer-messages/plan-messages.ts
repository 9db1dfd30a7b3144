import { appointmentById } from '../../../db/queries/appointments.ts'
import {
  customerMessagesOf,
  insertCustomerMessage,
  insertSendJob,
  linesOfAppointment,
  planCustomerMessage,
  removePlannedMessage,
} from '../../../db/queries/customer-messages.ts'
import { changeJobId } from '../../../db/queries/diary.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { Appointment } from '../../../db/schema/appointments.ts'
import type { CustomerMessage, NewCustomerMessage } from '../../../db/schema/customer-messages.ts'
import type { ActivityKind } from '../../../db/schema/timeline.ts'
import type { OfficeCtx } from '../../context.ts'
import { outboxRow } from '../../queue/outbox.ts'
import { type MessageRules, readMessageRules } from './read-steps.ts'
import { type Recipient, reachableBy, recipientOf } from './recipient.ts'
import { WAS_TOLD } from './rules/delivery.ts'
import { eventOf } from './rules/event-of.ts'
import { changeMessageId } from './rules/message-id.ts'
import { channelsOf } from './rules/steps.ts'
import { notWanted } from './rules/still-wanted.ts'
import { timedPlan } from './rules/timed-plan.ts'

type Needs = Pick<OfficeCtx, 'db' | 'directory' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'jobs'>
type About = {
  appointment: Appointment & { startsAt: Date; endsAt: Date }
  recipient: Recipient
  rules: MessageRules
  there: CustomerMessage[]
}
/** What was said around an appointment, and not what happened to it. */
const SAID: readonly ActivityKind[] = ['appointment_told', 'appointment_agreed']
/** More than are ever sent around one appointment. */
export const MOST_MESSAGES = 200

/**
 * What the customer is told of a change of their appointment, and what they will be told later. Safe to run twice: each
 * message has an id of its own, and what went out stays as it is.
 */
export async function planMessages(needs: Needs, appointmentId: string, deskVersion: number | null): Promise<void> {
  const about = await aboutOf(needs, appointmentId)
  if (!about) return
  const { db, desk, jobs } = needs
  const now = deskVersion === null ? [] : await toldNow(needs, about, deskVersion)
  const sent = now.filter(({ state }) => state === 'queued').map((row) => sendJob(needs, row))
  const later = timedLater(needs, about)
  const statements = [...now, ...later.insert].length + later.plan.length + later.remove.length
  if (statements === 0) return
  const { officeId } = needs
  await commit(
    db,
    alone((db) => [
      ...later.remove.map((id) => removePlannedMessage(db, officeId, id)),
      ...[...now, ...later.insert].map((row) => insertCustomerMessage(db, row)),
      ...later.plan.map(({ id, due }) => planCustomerMessage(db, officeId, id, new Date(due))),
      ...sent.map((row) => insertSendJob(db, row)),
    ]),
  )
  await jobs.send(sent)
  await desk.announce([{ topic: 'appointment', ids: [appointmentId], by: null }])
}

/** The job by which a message is sent; another sending of it is another job. */
export function sendJob(
  needs: Pick<Needs, 'officeId' | 'now' | 'newId'>,
  row: { id: string; sending?: number | undefined },
  isAsked = false,
) {
  const sending = row.sending ?? 1
  return outboxRow(
    needs,
    { kind: 'send_customer_message', messageId: row.id, sending, isAsked },
    `${row.id}.${sending}`,
  )
}

async function aboutOf(needs: Needs, appointmentId: string): Promise<About | null> {
  const { db, officeId } = needs
  const appointment = await appointmentById(db, officeId, appointmentId)
  if (appointment?.kind !== 'appointment' || !appointment.startsAt || !appointment.endsAt) return null
  const { startsAt, endsAt } = appointment
  const [recipient, rules, there] = await Promise.all([
    recipientOf(needs, appointment),
    readMessageRules(needs),
    customerMessagesOf(db, officeId, appointmentId, MOST_MESSAGES),
  ])
  return recipient && { appointment: { ...appointment, startsAt, endsAt }, recipient, rules, there }
}

/** What is told at once of the change that made this version. */
async function toldNow(needs: Needs, about: About, deskVersion: number): Promise<NewCustomerMessage[]> {
  const { db, officeId, now } = needs
  const { appointment, recipient, rules, there } = about
  const all = await linesOfAppointment(db, officeId, appointment.id)
  const lines = all.filter(({ kind }) => !SAID.includes(kind))
  const at = lines.findIndex(({ id }) => id === changeJobId({ id: appointment.id, version: deskVersion }))
  const line = lines[at]
  if (!line) return []
  const event = eventOf(
    line.kind,
    { isAgreed: appointment.status === 'confirmed', isByCustomer: appointment.cancelledBy === 'customer' },
    { kinds: lines.slice(0, at).map(({ kind }) => kind), wasTold: there.some(({ state }) => WAS_TOLD.includes(state)) },
  )
  const step = rules.stepsOf(appointment.serviceId).find((each) => each.event === event && each.isOn)
  const startsAt = appointment.startsAt
  if (!step || notWanted({ event: step.event, startsAt: startsAt.getTime() }, plain(appointment), now().getTime()))
    return []
  const row = {
    ...{ officeId, appointmentId: appointment.id, stepKey: step.key, event: step.event, startsAt },
    ...{ dueAt: now(), createdAt: now() },
  }
  const channels = channelsOf(step.way, reachableBy(recipient))
  const idOf = (channel: 'email' | 'sms') => changeMessageId(appointment.id, deskVersion, channel)
  if (channels.length > 0)
    return channels.map((channel) => ({ ...row, id: idOf(channel), channel, state: 'queued' as const }))
  const channel = step.way === 'sms' ? 'sms' : 'email'
  return [{ ...row, id: idOf(channel), channel, state: 'skipped', why: recipient.ways[channel].whyNot }]
}

const plain = ({ status, startsAt }: About['appointment']) => ({ status, startsAt: startsAt.getTime() })

/** The steps that come at a time of their own: which are to be planned, moved or dropped. */
function timedLater({ officeId, office, now }: Needs, { appointment, recipient, rules, there }: About) {
  const span = { startsAt: appointment.startsAt.getTime(), endsAt: appointment.endsAt.getTime() }
  const plan = timedPlan({
    ...{ id: appointment.id, status: appointment.status, ...span, now: now().getTime() },
    steps: rules.stepsOf(appointment.serviceId),
    has: reachableBy(recipient),
    officeZone: office.timeZone,
    quiet: { ...rules.quiet, timeZone: recipient.timeZone ?? office.timeZone },
    there: there.map(({ id, state, event, dueAt }) => ({ id, state, event, dueAt: dueAt.getTime() })),
  })
  return {
    ...plan,
    insert: plan.insert.map(({ due, ...row }) => ({
      ...{ officeId, appointmentId: appointment.id, startsAt: appointment.startsAt, state: 'planned' as const },
      ...{ ...row, dueAt: new Date(due), createdAt: now() },
    })),
  }
}
