import type { z } from 'zod'
import { movesOf, reasonLabel } from '../../../db/queries/deal-board.ts'
import { dealWithStage } from '../../../db/queries/deals.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { DealWhole, ReadDeal } from './input.ts'
import { staysOf } from './rules/stays.ts'

/** Everything of one deal, with each stage it has been in. */
export async function readDeal(
  { db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>,
  { id }: z.infer<typeof ReadDeal>,
): Promise<z.infer<typeof DealWhole>> {
  const found = await dealWithStage(db, officeId, id)
  if (!found) throw notFound('deal')
  const { deal, stage, contactName } = found
  const [moves, lostReason] = await Promise.all([
    movesOf(db, officeId, id),
    deal.lostReasonId === null ? null : reasonLabel(db, officeId, deal.lostReasonId),
  ])
  const stays = staysOf(moves.map(({ move: { id, at, by }, stageName }) => ({ id, at, by, stageName })))
  return { ...deal, contactName, stage, lostReason, stays }
}
