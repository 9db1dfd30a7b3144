import { insertMove, lastRank } from '../../../db/queries/deal-board.ts'
import { insertDeal } from '../../../db/queries/deals.ts'
import { listStages } from '../../../db/queries/pipelines.ts'
import type { Plan } from '../../../db/queries/plan.ts'
import { insertActivity } from '../../../db/queries/timeline.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { Actor, Source } from '../../kernel/words.ts'
import { rankBetween } from './rules/rank-between.ts'

export type NewDealFields = {
  id: string
  title: string
  amountMinor: number | null
  /** The office's where none is named. */
  currency?: string | undefined
  expectedOn?: string | null
  contactId: string | null
  conversationId: string | null
  source: Source
  ownerId?: string | null
  /** The first where none is named. */
  pipelineId?: string | null | undefined
  /** An open stage; the first of the pipeline where none is named. */
  stageId?: string | null | undefined
  by: Actor
}

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now'>

/** A new deal below the others of the first open stage of its pipeline, with its line in the contact's timeline. */
export async function planDeal(needs: Needs, { by, pipelineId, stageId, ...fields }: NewDealFields): Promise<Plan> {
  const { db, officeId, office, now } = needs
  const stage = (await listStages(db, officeId, stageId ? null : (pipelineId ?? null))).find(
    (each) => each.kind === 'open' && each.archivedAt === null && (!stageId || each.id === stageId),
  )
  if (!stage) throw notFound(stageId ? 'stage' : 'pipeline')
  const { id, title, contactId } = fields
  const at = now()
  const rank = rankBetween(await lastRank(db, officeId, stage.id), null)
  const place = { stageId: stage.id, stageSince: at, rank }
  const first = { officeId, id, dealId: id, fromStageId: null, toStageId: stage.id, by, at }
  const currency = fields.currency ?? office.currency
  const deal = { officeId, ...fields, ...place, currency, version: 1, createdAt: at }
  return {
    write: (db) => [
      insertDeal(db, deal),
      insertMove(db, first),
      ...(contactId
        ? [insertActivity(db, { officeId, id, contactId, at, kind: 'deal_created', entityId: id, title, by })]
        : []),
    ],
    effects: [{ change: 'created', entity: 'deal', id, version: deal.version }],
    changes: [{ topic: 'deal', ids: [id], by: by.kind === 'member' ? by.userId : null }],
  }
}
