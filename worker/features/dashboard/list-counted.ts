import type { z } from 'zod'
import { countedConversations, countedDeals } from '../../../db/queries/dashboard.ts'
import type { Counted, ReadCounted } from './input.ts'
import { type Needs, rangeOf } from './read-dashboard.ts'
import { startOf } from './rules/range.ts'

const MOST_SHOWN = 200

/** What a number of the dashboard counts, the newest first. */
export async function listCounted(
  needs: Needs,
  { days, show, from, until, answer }: z.infer<typeof ReadCounted>,
): Promise<z.infer<typeof Counted>> {
  const { db, officeId, office } = needs
  const { between } = rangeOf(needs, days)
  const limit = MOST_SHOWN
  if (show === 'won' || show === 'lost') {
    const deals = await countedDeals(db, officeId, { ...between, kind: show, limit })
    return deals.map((deal) => ({ record: 'deal' as const, ...deal }))
  }
  const ofDays = {
    from: from ? startOf(from, office.timeZone) : between.from,
    until: until ? startOf(until, office.timeZone) : between.until,
  }
  const which = show === 'enquiries' ? { ...ofDays, answer: null } : { ...between, answer: answer ?? 'waiting' }
  const rows = await countedConversations(db, officeId, { ...which, limit })
  return rows.map((row) => ({ record: 'conversation' as const, amountMinor: null, currency: null, ...row }))
}
