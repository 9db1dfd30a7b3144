import type { z } from 'zod'
import { messageById, moveMessage } from '../../../db/queries/messages.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { outboxRow } from '../../queue/outbox.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { SettleMessage } from './input.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'jobs' | 'desk' | 'member'>

const settled = () => new Refusal('conflict', 'Somebody has decided this meanwhile. Look again.')

/** A member's word on a message of which nobody knows whether it went out: it did, or it is to be sent once more. */
export async function settleMessage(
  needs: Needs,
  { id, asSent }: z.infer<typeof SettleMessage>,
): Promise<{ id: string }> {
  const { db, officeId, desk, jobs, member } = needs
  const message = await messageById(db, officeId, id)
  if (message?.direction !== 'out') throw notFound('message')
  if (message.state !== 'unknown') throw settled()
  if (asSent) {
    const moved = await moveMessage(db, officeId, id, 'unknown', 'sent')
    if (moved.length === 0) throw settled()
  } else {
    const job = outboxRow(needs, { kind: 'send_message', messageId: id })
    await commit(
      db,
      alone((db) => [moveMessage(db, officeId, id, 'unknown', 'queued'), insertJob(db, job)]),
    )
    await jobs.send([job])
  }
  await desk.announce([{ topic: 'conversation', ids: [message.conversationId], by: member.userId }])
  return { id }
}
