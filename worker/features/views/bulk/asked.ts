import { z } from 'zod'
import { CompanyBulk } from '../../companies/input.ts'
import { ContactBulk } from '../../contacts/input.ts'
import { DealBulk } from '../../deals/input.ts'
import { TaskBulk } from '../../tasks/input.ts'
import { CountList } from '../input.ts'

const which = z.union([z.object({ ids: z.array(z.string()) }), z.object({ all: CountList })])
const asked = <const Kind extends string, Change extends z.ZodType>(record: Kind, change: Change) =>
  z.object({ record: z.literal(record), which, change })

/** One change of many records of a kind: which of them, and what is to become of each. */
export const BulkAsked = z.discriminatedUnion('record', [
  asked('contact', ContactBulk),
  asked('company', CompanyBulk),
  asked('deal', DealBulk),
  asked('task', TaskBulk),
])
export type BulkAsked = z.infer<typeof BulkAsked>

/** The job of one piece of a large change. What was asked stands nowhere else, and is small. */
export const BulkJob = z.object({
  kind: z.literal('bulk_piece'),
  actId: z.string(),
  userId: z.string(),
  asked: BulkAsked,
  /** The last record that is done, and how many are, of how many. */
  after: z.string().nullable(),
  done: z.number().int(),
  total: z.number().int(),
})
export type BulkJob = z.infer<typeof BulkJob>
