import type { z } from 'zod'
import { dealById, stageById, updateDeal } from '../../../db/queries/deals.ts'
import { insertActivity } from '../../../db/queries/timeline.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { DealVersion, MoveDeal } from './input.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>

/** Moves the deal that the member saw to another stage; of two who move it at once, the second is told to look again. */
export async function moveDeal(needs: Needs, input: z.infer<typeof MoveDeal>): Promise<z.infer<typeof DealVersion>> {
  const { db, officeId, now, newId, desk, member } = needs
  const { id, version, stageId } = input
  const [deal, stage] = await Promise.all([dealById(db, officeId, id), stageById(db, officeId, stageId)])
  if (!deal) throw notFound('deal')
  if (!stage) throw notFound('stage')
  const [moved] = await updateDeal(db, officeId, id, version, { stageId })
  if (!moved) throw new Refusal('conflict', 'Somebody moved this deal meanwhile. Look again.')
  if (deal.contactId) {
    const by = { kind: 'member' as const, userId: member.userId }
    const title = `${deal.title}: ${stage.name}`
    const { contactId } = deal
    await insertActivity(db, {
      officeId,
      id: newId(),
      contactId,
      at: now(),
      kind: 'deal_moved',
      entityId: id,
      title,
      by,
    })
  }
  await desk.announce([{ topic: 'deal', ids: [id], by: member.userId }])
  return moved
}
