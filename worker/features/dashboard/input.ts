import { z } from 'zod'
import { ForecastMonth } from '../deals/input.ts'

export const RANGES = [7, 30, 90] as const
const ANSWERS = ['hour', 'four_hours', 'day', 'longer', 'waiting'] as const
const DUES = ['overdue', 'today', 'week', 'later', 'undated'] as const

const days = z.union(RANGES.map((range) => z.literal(range)))
const Amount = z.object({ currency: z.string(), deals: z.number(), amountMinor: z.number() })

export const ReadDashboard = z.object({ days })
export const Dashboard = z.object({
  /** `until` is the first day after the bar. */
  enquiries: z.array(z.object({ from: z.string(), until: z.string(), count: z.number() })),
  answers: z.array(z.object({ answer: z.enum(ANSWERS), count: z.number() })),
  stages: z.array(
    Amount.extend({ pipelineId: z.string(), pipelineName: z.string(), stageId: z.string(), stageName: z.string() }),
  ),
  forecast: z.array(ForecastMonth),
  closed: z.array(Amount.extend({ kind: z.enum(['won', 'lost']) })),
  tasks: z.array(z.object({ due: z.enum(DUES), count: z.number() })),
  unattended: z.number(),
})

/** Which number is looked behind. */
export const ReadCounted = z.object({
  days,
  show: z.enum(['enquiries', 'answers', 'won', 'lost']),
  /** Of enquiries: those of these days only. */
  from: z.iso.date().nullish(),
  until: z.iso.date().nullish(),
  /** Of answers: those that came so soon only. */
  answer: z.enum(ANSWERS).nullish(),
})
export const Counted = z.array(
  z.object({
    record: z.enum(['conversation', 'deal']),
    id: z.string(),
    title: z.string(),
    contactName: z.string().nullable(),
    at: z.date().nullable(),
    amountMinor: z.number().nullable(),
    currency: z.string().nullable(),
  }),
)
