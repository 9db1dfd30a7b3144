import type { z } from 'zod'
import { customerMessageById, insertSendJob, moveCustomerMessage } from '../../../db/queries/customer-messages.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { SendAgain } from './input.ts'
import { sendJob } from './plan-messages.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'jobs' | 'desk' | 'member'>

/** A member has a message sent that failed, or of which nobody knows whether it went out. */
export async function sendAgain(needs: Needs, { id }: z.infer<typeof SendAgain>): Promise<{ id: string }> {
  const { db, officeId, jobs, desk, member } = needs
  const row = await customerMessageById(db, officeId, id)
  if (!row) throw notFound('message')
  if (row.state !== 'failed' && row.state !== 'unknown')
    throw new Refusal('conflict', 'This message is on its way, or went out already.')
  const sending = row.sending + 1
  const job = sendJob(needs, { id, sending }, true)
  await commit(
    db,
    alone((db) => [
      moveCustomerMessage(db, officeId, id, ['failed', 'unknown'], { state: 'queued', why: null, sending }),
      insertSendJob(db, job),
    ]),
  )
  await jobs.send([job])
  await desk.announce([{ topic: 'appointment', ids: [row.appointmentId], by: member.userId }])
  return { id }
}
