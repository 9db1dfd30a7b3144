import { z } from 'zod'
import { SOURCES } from '../../kernel/words.ts'

const TITLE_LENGTH = 200
const AMOUNT_LENGTH = 20

export const dealId = z.string().meta({ ref: 'deals' })
export const stageId = z.string().meta({ ref: 'stages' })

export const StageShown = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['open', 'won', 'lost']),
  position: z.number(),
})
export const DealShown = z.object({
  id: z.string(),
  title: z.string(),
  stageId: z.string(),
  amountMinor: z.number().nullable(),
  currency: z.string(),
  expectedOn: z.string().nullable(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  conversationId: z.string().nullable(),
  source: z.enum(SOURCES),
  version: z.number(),
  createdAt: z.date(),
})
export const DealBoard = z.object({ stages: z.array(StageShown), deals: z.array(DealShown) })

export const ListDeals = z.object({ contactId: z.string().meta({ ref: 'contacts' }).nullable().default(null) })
export const CreateDeal = z.object({
  title: z.string().trim().min(1, 'A deal needs a title.').max(TITLE_LENGTH),
  /** A decimal number in the office's currency. */
  amount: z.string().max(AMOUNT_LENGTH).nullable(),
  contactId: z.string().meta({ ref: 'contacts' }).nullable(),
})
export const MoveDeal = z.object({ id: dealId, version: z.number().int(), stageId })
export const DealVersion = z.object({ id: z.string(), version: z.number() })
