import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { insistOnWhole } from './book.ts'
import { askedBy, decide, type Needs } from './decided.ts'
import type { Cancel, Decided, MarkAppointment, Move, TakeBack } from './input.ts'
import { readPolicy } from './read-policy.ts'

type Done = z.infer<typeof Decided>

/** Other time, length or people. */
export async function move(needs: Needs, input: z.infer<typeof Move>): Promise<Done> {
  const { key, id: appointmentId, version, staffIds, startsAt, endsAt, timeZone: viewerTimeZone, override } = input
  await insistOnAgreed(needs, appointmentId)
  const policy = await readPolicy(needs)
  insistOnWhole(policy, { serviceId: '', staffIds, resourceIds: [], startsAt, endsAt })
  const wanted = { staffIds, startsAt: startsAt.getTime(), endsAt: endsAt?.getTime() ?? null, viewerTimeZone, override }
  return decide(needs, { ...askedBy(needs, 'move', key), verb: 'move', appointmentId, version, wanted }, policy)
}

/** Calls it off: for the office, or because the customer asked for it. */
export async function cancel(needs: Needs, input: z.infer<typeof Cancel>): Promise<Done> {
  const { key, id: appointmentId, version, why, customerAsked } = input
  await insistOnAgreed(needs, appointmentId)
  return decide(needs, { ...askedBy(needs, 'cancel', key), verb: 'cancel', appointmentId, version, why, customerAsked })
}

/** Confirmed, arrived, done, or nobody came; each can be corrected. */
export async function mark(needs: Needs, input: z.infer<typeof MarkAppointment>): Promise<Done> {
  const { key, id: appointmentId, version, status } = input
  await insistOnAgreed(needs, appointmentId)
  return decide(needs, { ...askedBy(needs, 'mark', key), verb: 'mark', appointmentId, version, status })
}

/** Takes the last change back, through the desk: when the old time is another's by now, it is refused. */
export async function takeBack(needs: Needs, { key, id, version }: z.infer<typeof TakeBack>): Promise<Done> {
  await insistOnAgreed(needs, id)
  return decide(needs, { ...askedBy(needs, 'take_back', key), verb: 'take_back', appointmentId: id, version })
}

/** A wish has no time that the desk could change: it is agreed by booking it. */
async function insistOnAgreed({ db, officeId }: Pick<MemberCtx, 'db' | 'officeId'>, id: string): Promise<void> {
  const row = (await rowsNow(db, officeId, 'appointments', [[id]])).get(id)
  if (row?.archivedAt) throw notFound('appointment')
  if (row?.deskVersion === 0)
    throw new Refusal('conflict', 'No time was agreed for this wish yet. Please book it first.')
}
