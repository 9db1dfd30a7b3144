import { dueCustomerMessages, insertSendJob, moveCustomerMessage } from '../../../db/queries/customer-messages.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { CustomerMessage } from '../../../db/schema/customer-messages.ts'
import type { Ctx } from '../../context.ts'
import { officeContextOf } from '../office/open-office.ts'
import { sendJob } from './plan-messages.ts'

/** How many messages of one database a sweep sends off; the next takes the others. */
const AT_ONCE = 500

/** Leaves a job for every message in this database whose time has come, whichever office's it is. */
export async function sendDue(ctx: Ctx, db: Parameters<typeof dueCustomerMessages>[0]): Promise<void> {
  for (const row of await dueCustomerMessages(db, ctx.now(), AT_ONCE)) {
    try {
      await leave(ctx, row)
    } catch (error) {
      // The next sweep tries again; until then it holds up no other message.
      ctx.log.fault('message_not_queued', error, { officeId: row.officeId, messageId: row.id })
    }
  }
}

/** The job has an id made of the message's, so that of two sweeps at once only one leaves it. */
async function leave(ctx: Ctx, row: CustomerMessage): Promise<void> {
  const needs = await officeContextOf(ctx, row.officeId)
  if (!needs) return
  const { db, officeId, jobs } = needs
  const job = sendJob(needs, row)
  await commit(
    db,
    alone((db) => [
      moveCustomerMessage(db, officeId, row.id, ['planned'], { state: 'queued' }),
      insertSendJob(db, job),
    ]),
  )
  await jobs.send([job])
}
