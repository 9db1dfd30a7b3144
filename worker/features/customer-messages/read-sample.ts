import type { z } from 'zod'
import { listAppointments } from '../../../db/queries/appointments.ts'
import { allServices } from '../../../db/queries/services.ts'
import { notFound } from '../../kernel/refusal.ts'
import { DAY_MS } from '../../kernel/time.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { Sample, SampleAsked } from './input.ts'
import { changeUntil, readValues } from './letter.ts'
import { readMessageRules } from './read-steps.ts'
import { recipientOf } from './recipient.ts'
import { valuesOf } from './rules/values-of.ts'

type Needs = Pick<MemberCtx, 'env' | 'db' | 'directory' | 'officeId' | 'office' | 'now' | 'member'>
/** How many of the next appointments are looked through for one that can be shown. */
const LOOKED_AT = 50
const TEN_HOURS_MS = 10 * 3_600_000

/** What the placeholders say of the next appointment, or of a made-up one in a week. */
export async function readSample(needs: Needs, input: z.infer<typeof SampleAsked>): Promise<z.infer<typeof Sample>> {
  const { db, officeId, office, now, member } = needs
  const service = (await allServices(db, officeId)).find(({ id }) => id === input.serviceId)
  if (input.serviceId !== null && !service) throw notFound('service')
  const [next, { place }] = await Promise.all([nextOf(needs, input.serviceId), readMessageRules(needs)])
  if (next) return { isReal: true, values: await readValues(needs, { ...next, place }) }
  const startsAt = new Date(Math.floor(now().getTime() / DAY_MS + 7) * DAY_MS + TEN_HOURS_MS)
  const values = valuesOf({
    ...{ name: 'Alex Miller', service: service?.name ?? 'First visit', startsAt, people: [member.name] },
    ...{ place, office: office.name, timeZone: office.timeZone, readerZone: null },
    manageLink: `${needs.env.PUBLIC_URL}/a/…`,
    changeUntil: service ? changeUntil(startsAt, service, now()) : null,
  })
  return { isReal: false, values }
}

/** The next appointment, of this service or of any, that somebody would be told of. */
async function nextOf(needs: Needs, serviceId: string | null) {
  const { db, officeId, now } = needs
  const rows = await listAppointments(db, officeId, { contactId: null, from: now(), limit: LOOKED_AT })
  for (const { appointment } of rows) {
    const { startsAt, endsAt } = appointment
    if (!startsAt || !endsAt || (serviceId !== null && appointment.serviceId !== serviceId)) continue
    const recipient = await recipientOf(needs, appointment)
    if (recipient) return { appointment: { ...appointment, startsAt, endsAt }, recipient }
  }
  return null
}
