import type { z } from 'zod'
import type { OfficeCtx } from '../../context.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { MINUTE_MS } from '../../kernel/time.ts'
import { appointmentIdOf } from '../appointments/appointment-id.ts'
import { shownEntry } from '../appointments/decided.ts'
import { findSlots } from '../appointments/find-slots.ts'
import { readPolicy } from '../appointments/read-policy.ts'
import { refusalOf } from '../appointments/refuse.ts'
import { answered, missingAnswer } from '../appointments/rules/answered.ts'
import type { Policy } from '../appointments/rules/policy.ts'
import { normalised } from '../contacts/plan-contact.ts'
import { listServices } from '../services/list-services.ts'
import type { GuestBook, GuestHold, GuestLetGo, GuestSlotsAsked } from './input.ts'
import { manageToken } from './manage-token.ts'

type Needs = Pick<OfficeCtx, 'env' | 'db' | 'directory' | 'officeId' | 'office' | 'now' | 'diary'>

/** Long enough to fill in a form, and short enough that a form that was left costs the office little. */
const HOLD_MS = 10 * MINUTE_MS

/** The free times as the booking page shows them: when, never with whom or why not. */
export async function guestSlots(needs: Needs, input: z.infer<typeof GuestSlotsAsked>) {
  const exceptId = input.key ? await appointmentIdOf(needs.officeId, input.key) : null
  const { days } = await findSlots(needs, { ...input, exceptId }, ({ isPublic }) => isPublic, true)
  return { days: days.map(({ date, slots, why }) => ({ date, starts: slots.map(({ startsAt }) => startsAt), why })) }
}

/** Keeps a time while the form is open. The same form keeps one time: choosing another gives the first back. */
export async function holdTime(needs: Needs, input: z.infer<typeof GuestHold>) {
  const policy = await readPolicy(needs)
  const wanted = wantedBy(policy, input)
  const appointmentId = await appointmentIdOf(needs.officeId, input.key)
  const expiresAt = needs.now().getTime() + HOLD_MS
  const answer = await needs.diary.keep(policy, { appointmentId, wanted, expiresAt })
  if (!answer.ok) throw refusalOf(answer)
  return { startsAt: new Date(answer.startsAt), expiresAt: new Date(answer.expiresAt) }
}

/** Gives back what was kept for a form that was left. */
export async function letTimeGo(needs: Needs, { key }: z.infer<typeof GuestLetGo>): Promise<void> {
  await needs.diary.letGo(await readPolicy(needs), await appointmentIdOf(needs.officeId, key))
}

/**
 * Books for whoever filled in the form, in the place of what was kept for it. They become a contact, or are found to be
 * one, once the appointment stands. The answer holds the token by which they can change it.
 */
export async function bookAsGuest(needs: Needs & Pick<OfficeCtx, 'bots'>, input: z.infer<typeof GuestBook>) {
  const policy = await readPolicy(needs)
  const wanted = wantedBy(policy, input)
  const guest = guestOf(needs, input)
  if (!(await needs.bots.isPerson(input.proof)))
    throw new Refusal('not_allowed', 'We could not tell that a person sent this. Please check it and send it again.')
  const service = (await listServices(needs)).find(({ id }) => id === input.serviceId)
  const answers = answered(service?.questions ?? [], input.answers)
  const missing = missingAnswer(service?.questions ?? [], answers)
  if (missing) throw new Refusal('invalid', `Please answer: ${missing.label}`)
  const appointmentId = await appointmentIdOf(needs.officeId, input.key)
  const { note } = input
  const answer = await needs.diary.decide(policy, {
    ...{ verb: 'book', key: `guest:${input.key}`, by: { kind: 'customer' }, asCustomer: true },
    ...{ appointmentId, kind: 'appointment', title: service?.name ?? 'Appointment', wanted },
    about: { contactId: null, conversationId: null, note, answers, guest, source: 'booking' },
  })
  const { id, status, startsAt, endsAt, staffIds } = shownEntry(answer)
  const token = await manageToken(needs.env.SECRET_KEY, { officeId: needs.officeId, appointmentId: id }, needs.now())
  const people = staffIds.flatMap((id) => policy.staff.find((person) => person.id === id)?.name ?? [])
  return { token, status, startsAt, endsAt, serviceName: service?.name ?? '', people }
}

/** What is wanted, if it is offered to customers at all. */
function wantedBy({ services, staff }: Policy, input: z.infer<typeof GuestHold>) {
  const { serviceId, staffId, startsAt, timeZone: viewerTimeZone } = input
  if (!services.some(({ id, isOpen, isPublic }) => id === serviceId && isOpen && isPublic)) throw notFound('service')
  if (staffId !== null && !staff.some(({ id }) => id === staffId)) throw notFound('person')
  const staffIds = staffId === null ? [] : [staffId]
  return {
    ...{ serviceId, staffIds, resourceIds: [], startsAt: startsAt.getTime(), endsAt: null },
    ...{ viewerTimeZone, override: false },
  }
}

/** Who books, with at least one way to reach them that can be read. */
function guestOf(needs: Needs, { name, email, phone, timeZone, consent }: z.infer<typeof GuestBook>) {
  if (email === null && phone === null)
    throw new Refusal('invalid', 'Please tell us your email address or your phone number.')
  if (email !== null && normalised(needs, { kind: 'email', typed: email }) === null)
    throw new Refusal('invalid', 'This is not an email address.')
  if (phone !== null && normalised(needs, { kind: 'phone', typed: phone }) === null)
    throw new Refusal('invalid', 'This is not a phone number that we can read.')
  return { name, email, phone, timeZone, consent }
}
