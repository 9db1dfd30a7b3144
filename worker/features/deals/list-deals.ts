import type { z } from 'zod'
import { listDeals as rows } from '../../../db/queries/deals.ts'
import { listStages } from '../../../db/queries/pipelines.ts'
import type { OfficeCtx } from '../../context.ts'
import type { DealBoard, ListDeals } from './input.ts'

const LIST_LIMIT = 500

/** The newest deals with the stages they stand in. */
export async function listDeals(
  needs: Pick<OfficeCtx, 'db' | 'officeId'>,
  input: z.input<typeof ListDeals>,
): Promise<z.infer<typeof DealBoard>> {
  const { db, officeId } = needs
  const [stages, deals] = await Promise.all([
    listStages(db, officeId, input.pipelineId ?? null),
    rows(db, officeId, { ...input, contactId: input.contactId ?? null, limit: LIST_LIMIT }),
  ])
  return { stages, deals: deals.map(({ deal, contactName }) => ({ ...deal, contactName })) }
}
