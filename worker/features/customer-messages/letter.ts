import { membersOf } from '../../../db/queries/members.ts'
import { inboundAddressesOf } from '../../../db/queries/office.ts'
import { allServices, listResources } from '../../../db/queries/services.ts'
import type { Appointment } from '../../../db/schema/appointments.ts'
import type { OfficeCtx } from '../../context.ts'
import type { MailAttachment } from '../../kernel/mail-attachment.ts'
import { cutOffOf } from '../appointments/rules/next-status.ts'
import { manageToken } from '../booking/manage-token.ts'
import type { Recipient } from './recipient.ts'
import { invitationFor } from './rules/invitation.ts'
import type { Channel, Step } from './rules/steps.ts'
import { filled, type Values } from './rules/template.ts'
import { valuesOf } from './rules/values-of.ts'

type Needs = Pick<OfficeCtx, 'env' | 'db' | 'directory' | 'officeId' | 'office' | 'now'>
export type Booked = Appointment & { startsAt: Date; endsAt: Date }
type About = { appointment: Booked; recipient: Recipient; place: string }

/** A message as it goes out. */
export type Letter = { subject: string; text: string; replyTo: string | null; attachments: MailAttachment[] }

/** The words of a step for this appointment, with what goes along. */
export async function letterOf(needs: Needs, step: Step, channel: Channel, about: About): Promise<Letter> {
  const values = await readValues(needs, about)
  const text = filled(channel === 'email' ? step.mailText : step.smsText, values)
  if (channel === 'sms') return { subject: '', text, replyTo: null, attachments: [] }
  const replyTo = await replyAddress(needs)
  const invitation = invitationOf(needs, step, about, values, replyTo)
  return { subject: filled(step.subject, values), text, replyTo, attachments: invitation ? [invitation] : [] }
}

/** What stands in the place of each placeholder. */
export async function readValues(needs: Needs, { appointment, recipient, place }: About): Promise<Values> {
  const { env, db, directory, officeId, office, now } = needs
  const [services, resources, members, token] = await Promise.all([
    allServices(db, officeId),
    listResources(db, officeId),
    membersOf(directory, officeId),
    manageToken(env.SECRET_KEY, { officeId, appointmentId: appointment.id }, now()),
  ])
  const service = services.find(({ id }) => id === appointment.serviceId)
  const namesOf = (ids: readonly string[], all: readonly { id: string; name: string }[]) =>
    ids.flatMap((id) => all.find((each) => each.id === id)?.name ?? [])
  const staff = members.map(({ userId, name }) => ({ id: userId, name }))
  const where = [place, ...namesOf(appointment.resourceIds, resources)].filter(Boolean)
  return valuesOf({
    ...{ name: recipient.name, startsAt: appointment.startsAt, people: namesOf(appointment.staffIds, staff) },
    service: service?.name ?? appointment.title,
    ...{ place: where.join(', '), office: office.name, timeZone: office.timeZone, readerZone: recipient.timeZone },
    manageLink: `${env.PUBLIC_URL}/a/${token}`,
    changeUntil: service ? changeUntil(appointment.startsAt, service, now()) : null,
  })
}

/** Until when the customer may change it, where that is before the start and not over. */
export function changeUntil(startsAt: Date, service: { cutOffMinutes: number }, now: Date): Date | null {
  const until = new Date(cutOffOf({ startsAt: startsAt.getTime() }, service))
  return service.cutOffMinutes > 0 && until > now ? until : null
}

/** Where answers arrive: in the office's own inbox. */
async function replyAddress({ env, directory, officeId }: Needs): Promise<string | null> {
  const [inbox] = await inboundAddressesOf(directory, officeId)
  return inbox ? `${inbox.key}@${env.INBOUND_DOMAIN}` : null
}

function invitationOf(
  { env, office, now }: Needs,
  step: Step,
  { appointment, recipient }: About,
  values: Values,
  replyTo: string | null,
): MailAttachment | null {
  const { address } = recipient.ways.email
  if (address === null || replyTo === null) return null
  const { id: appointmentId, startsAt, endsAt, deskVersion: version } = appointment
  return invitationFor({
    ...{ event: step.event, isAgreed: appointment.status === 'confirmed', appointmentId, version, startsAt, endsAt },
    ...{ host: new URL(env.PUBLIC_URL).host, stampAt: now(), service: values.service },
    ...{ office: { name: office.name, email: replyTo }, customer: { name: recipient.name, email: address } },
    ...{ place: values.place, manageLink: values.manageLink },
  })
}
