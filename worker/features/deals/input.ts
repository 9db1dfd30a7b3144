import { z } from 'zod'
import { isCurrency } from '../../kernel/currencies.ts'
import { Actor, SOURCES } from '../../kernel/words.ts'
import { OwnValueChanges } from '../fields/input.ts'
import { BULK_DISCARD, bulkInput, bulkValue, listInput, listPage } from '../views/input.ts'

const TITLE_LENGTH = 200
const AMOUNT_LENGTH = 20

const title = z.string().trim().min(1, 'A deal needs a title.').max(TITLE_LENGTH)
const amount = z.string().max(AMOUNT_LENGTH).nullable()
const currency = z.string().toUpperCase().refine(isCurrency, 'This is not the code of a currency.')
const contactId = z.string().meta({ ref: 'contacts' }).nullable()
const ownerId = z.string().meta({ ref: 'users' }).nullable()

export const dealId = z.string().meta({ ref: 'deals' })
export const stageId = z.string().meta({ ref: 'stages' })
export const pipelineId = z.string().meta({ ref: 'pipelines' })

export const StageShown = z.object({
  id: z.string(),
  pipelineId: z.string(),
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
  pipelineId: z.string(),
  columns: z.array(BoardColumn),
  lostReasons: z.array(z.object({ id: z.string(), label: z.string() })),
})
export const ReadColumn = z.object({ stageId, cursor: RankCursor.nullish() })

/** What open deals are likely to bring in a month, `YYYY-MM`; null where none is expected. */
export const ForecastMonth = Total.extend({ month: z.string().nullable(), likelyMinor: z.number() })

export const DealBoard = z.object({ stages: z.array(StageShown), deals: z.array(DealShown) })

/** Which deals are listed: of every pipeline where nothing else is named. */
export const ListDeals = z.object({
  contactId: z.string().meta({ ref: 'contacts' }).nullable().default(null),
  pipelineId: pipelineId.nullish(),
  stageId: stageId.nullish(),
  /** Open deals that are expected in this month; `none` for those without a day. */
  month: z
    .string()
    .regex(/^(\d{4}-\d{2}|none)$/)
    .nullish(),
})
/** The pipeline that is looked at; the first where none is named. */
export const OfPipeline = z.object({ pipelineId: pipelineId.nullish() }).default({})
export const CreateDeal = z.object({
  title,
  /** A decimal number in the currency, which is the office's where none is named. */
  amount,
  currency: currency.optional(),
  expectedOn: z.iso.date().nullable().default(null),
  contactId: z.string().meta({ ref: 'contacts' }).nullable(),
  ownerId: ownerId.optional(),
  pipelineId: pipelineId.nullish(),
  /** An open stage, of whichever pipeline; the first of the pipeline where none is named. */
  stageId: stageId.nullish(),
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

/** What a member can change of a deal besides its stage; an amount and its currency are one. */
export const DEAL_FIELDS = ['title', 'money', 'expectedOn', 'contactId', 'ownerId'] as const
export type DealField = (typeof DEAL_FIELDS)[number]
export const DealFacts = z.object({
  title: z.string(),
  amountMinor: z.number().nullable(),
  currency: z.string(),
  expectedOn: z.string().nullable(),
  contactId,
  ownerId,
})
export type DealFacts = z.infer<typeof DealFacts>
export const ReadDeal = z.object({ id: dealId })
export const DealWhole = DealShown.extend({
  ownerId: z.string().nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  stageSince: z.date(),
  closedAt: z.date().nullable(),
  stage: StageShown,
  lostReason: z.string().nullable(),
  /** Every stage it has been in, the last first; `until` is null where it still stands. */
  stays: z.array(
    z.object({ id: z.string(), stageName: z.string(), since: z.date(), until: z.date().nullable(), by: Actor }),
  ),
})
export const ChangeDeal = z.object({
  id: dealId,
  /** What the member saw of it: a field that somebody changed since is not written over. */
  seen: DealFacts,
  changes: z.object({
    title: title.optional(),
    money: z.object({ amount, currency }).optional(),
    expectedOn: z.iso.date().nullable().optional(),
    contactId: contactId.optional(),
    ownerId: ownerId.optional(),
  }),
})
/** Written, or what it says now where somebody else changed the same field meanwhile. */
export const DealChanged = z.discriminatedUnion('state', [
  z.object({ state: z.literal('changed'), id: z.string(), version: z.number(), actId: z.string(), title: z.string() }),
  z.object({
    state: z.literal('clash'),
    fields: z.array(z.enum(DEAL_FIELDS)),
    now: DealFacts.extend({ contactName: z.string().nullable() }),
  }),
])

/** Values of the office's own fields. */
export const ChangeDealValues = z.object({ id: dealId, changes: OwnValueChanges })
/** Without an id where nothing had to be done. */
export const DealStep = z.object({ actId: z.string().nullable(), title: z.string() })

export const ReadTable = listInput(dealId)
export const TableRow = DealShown.omit({ conversationId: true, source: true }).extend({
  companyId: z.string().nullable(),
  companyName: z.string().nullable(),
  ownerId: z.string().nullable(),
  state: StageShown.shape.kind,
  pipelineId: z.string(),
  stageSince: z.date(),
  closedAt: z.date().nullable(),
  lostReasonId: z.string().nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export const TablePage = listPage(TableRow)
/** What can be written into many deals at once; a stage by its id, as any choice. */
const BulkColumn = z.string().regex(/^(stageId|ownerId|expectedOn|fields\..{1,60})$/)
export const DealBulk = z.discriminatedUnion('kind', [BULK_DISCARD, bulkValue(BulkColumn)])
export const BulkDeals = bulkInput(dealId, DealBulk)
