import type { z } from 'zod'
import { appointmentById } from '../../../db/queries/appointments.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { knownContact } from '../contacts/read-contact.ts'
import { listServices } from '../services/list-services.ts'
import { appointmentIdOf } from './appointment-id.ts'
import { askedBy, decide, type Needs } from './decided.ts'
import type { Block, Book, Decided } from './input.ts'
import { readPolicy } from './read-policy.ts'
import { answered } from './rules/answered.ts'
import type { Policy } from './rules/policy.ts'

type Done = z.infer<typeof Decided>
const LONGEST_MS = 31 * 24 * 3_600_000

/** A member books: for a contact or nobody yet, of a service or none, or in the place of a wish. */
export async function book(needs: Needs, input: z.infer<typeof Book>): Promise<Done> {
  const policy = await readPolicy(needs)
  const service = policy.services.find(({ id, isOpen }) => id === input.serviceId && isOpen)
  if (input.serviceId !== null && !service) throw notFound('service')
  insistOnWhole(policy, input)
  const wish = await agreedWish(needs, input.wishId)
  const contactId = input.contactId ?? wish?.contactId ?? null
  if (contactId !== null) await knownContact(needs, contactId)
  const questions = (await listServices(needs)).find(({ id }) => id === input.serviceId)?.questions ?? []
  const about = {
    ...{ contactId, conversationId: wish?.conversationId ?? null, note: input.note, guest: null },
    answers: answered(questions, input.answers),
    source: wish?.source ?? ('member' as const),
  }
  const appointmentId = wish?.id ?? (await appointmentIdOf(needs.officeId, input.key))
  const title = input.title || wish?.title || service?.name || 'Appointment'
  const asked = askedBy(needs, 'book', input.key)
  return decide(
    needs,
    { ...asked, verb: 'book', appointmentId, kind: 'appointment', title, wanted: wantedOf(input), about },
    policy,
  )
}

/** Time that is nobody's appointment: a meeting, the doctor, a repair. */
export async function block(needs: Needs, input: z.infer<typeof Block>): Promise<Done> {
  const policy = await readPolicy(needs)
  insistOnWhole(policy, { ...input, serviceId: null })
  const about = {
    contactId: null,
    conversationId: null,
    note: null,
    answers: [],
    guest: null,
    source: 'member' as const,
  }
  const wanted = wantedOf({ ...input, serviceId: null, timeZone: needs.office.timeZone, override: true })
  const appointmentId = await appointmentIdOf(needs.officeId, input.key)
  const asked = askedBy(needs, 'block', input.key)
  return decide(
    needs,
    { ...asked, verb: 'book', appointmentId, kind: 'block', title: input.title, wanted, about },
    policy,
  )
}

type Asked = Pick<
  z.infer<typeof Book>,
  'serviceId' | 'staffIds' | 'resourceIds' | 'startsAt' | 'endsAt' | 'timeZone' | 'override'
>

const wantedOf = ({ timeZone, startsAt, endsAt, serviceId, staffIds, resourceIds, override }: Asked) => ({
  ...{ serviceId, staffIds, resourceIds, override, viewerTimeZone: timeZone },
  startsAt: startsAt.getTime(),
  endsAt: endsAt?.getTime() ?? null,
})

/** Refuses people and things that the office does not have, and times that are none. */
export function insistOnWhole(
  policy: Policy,
  { serviceId, staffIds, resourceIds, startsAt, endsAt }: Omit<Asked, 'timeZone' | 'override'>,
): void {
  if (!staffIds.every((id) => policy.staff.some((person) => person.id === id))) throw notFound('member')
  if (!resourceIds.every((id) => policy.resources.some((unit) => unit.id === id))) throw notFound('resource')
  if (serviceId === null && (endsAt === null || staffIds.length + resourceIds.length === 0))
    throw new Refusal('invalid', 'Please say until when, and with whom or where.')
  if (endsAt && endsAt <= startsAt) throw new Refusal('invalid', 'It ends before it starts.')
  if (endsAt && endsAt.getTime() - startsAt.getTime() > LONGEST_MS)
    throw new Refusal('invalid', 'Nothing can be longer than a month. Please use time off for that.')
}

/** The wish that is agreed by booking it. */
async function agreedWish({ db, officeId }: Needs, wishId: string | null) {
  if (wishId === null) return null
  const wish = await appointmentById(db, officeId, wishId)
  if (!wish) throw notFound('appointment')
  return wish
}
