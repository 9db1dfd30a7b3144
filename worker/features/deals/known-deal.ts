import { dealById } from '../../../db/queries/deals.ts'
import type { Deal } from '../../../db/schema/deals.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'

/** A deal of this office that does not lie in the trash, or the refusal that it is not found. */
export async function knownDeal({ db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>, id: string): Promise<Deal> {
  const deal = await dealById(db, officeId, id)
  if (!deal) throw notFound('deal')
  return deal
}
