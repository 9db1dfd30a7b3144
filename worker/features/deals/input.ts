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
const Total = z.object({ currency: z.string(), deals: z.number(), amountMinor: z.number() })
export const DealCard = DealShown.extend({ rank: z.string(), stageSince: z.date(), isRotting: z.boolean() })
export const RankCursor = z.object({ rank: z.string().max(200), id: z.string().meta({ ref: 'deals' }) })
export const CardPage = z.object({ cards: z.array(DealCard), next: RankCursor.nullable() })
export const BoardColumn = CardPage.extend({
  stage: StageShown.extend({ probability: z.number() }),
  /** Of all deals of the stage, not only of those on the page. */
  totals: z.array(Total),
})
export const Board = z.object({
  columns: z.array(BoardColumn),
  lostReasons: z.array(z.object({ id: z.string(), label: z.string() })),
})
export const ReadColumn = z.object({ stageId, cursor: RankCursor.nullish() })

/** What open deals are likely to bring in a month, `YYYY-MM`; null where none is expected. */
export const ForecastMonth = Total.extend({ month: z.string().nullable(), likelyMinor: z.number() })

export const DealBoard = z.object({ stages: z.array(StageShown), deals: z.array(DealShown) })

export const ListDeals = z.object({ contactId: z.string().meta({ ref: 'contacts' }).nullable().default(null) })
export const CreateDeal = z.object({
  title: z.string().trim().min(1, 'A deal needs a title.').max(TITLE_LENGTH),
  /** A decimal number in the office's currency. */
  amount: z.string().max(AMOUNT_LENGTH).nullable(),
  expectedOn: z.iso.date().nullable().default(null),
  contactId: z.string().meta({ ref: 'contacts' }).nullable(),
})
export const MoveDeal = z.object({
  id: dealId,
  version: z.number().int(),
  stageId,
  /** The card that it comes to stand below; null for the top, and left out for the end of the stage. */
  belowId: dealId.nullish(),
  lostReasonId: z.string().meta({ ref: 'lost_reasons' }).nullish(),
})
export const Moved = z.object({ id: z.string(), version: z.number(), actId: z.string(), title: z.string() })
