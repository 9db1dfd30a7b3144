import { countUnattended as countAll, looseConversations, stalledDeals } from '../../../db/queries/unattended.ts'
import type { OfficeCtx } from '../../context.ts'
import { dayIn } from '../../kernel/time.ts'
import type { Intent } from '../assistant/rules/intents.ts'
import type { Unattended } from './input.ts'

/** More than anybody settles in one sitting; the count tells of all. */
const MOST_SHOWN = 200
/** What somebody wants who may become a customer. */
const ENQUIRIES: ReadonlySet<Intent> = new Set(['lead_quote', 'appointment'])

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now'>

const momentOf = ({ office, now }: Needs) => ({ now: now(), today: dayIn(office.timeZone, now()) })

/** Everything open for which nobody has planned a next step, what was left for longest first. */
export async function listUnattended(needs: Needs): Promise<Unattended[]> {
  const { db, officeId } = needs
  const moment = momentOf(needs)
  const [loose, stalled] = await Promise.all([
    looseConversations(db, officeId, moment, MOST_SHOWN),
    stalledDeals(db, officeId, moment, MOST_SHOWN),
  ])
  const rows: Unattended[] = [
    ...loose.map(({ subject, intent, lastMessageAt, ...row }) => ({
      ...row,
      kind: intent !== null && ENQUIRIES.has(intent) ? ('enquiry' as const) : ('conversation' as const),
      title: subject,
      since: lastMessageAt,
      amountMinor: null,
      currency: null,
    })),
    ...stalled.map(({ stageSince, ...row }) => ({ ...row, kind: 'deal' as const, since: stageSince })),
  ]
  return rows.sort((a, b) => a.since.getTime() - b.since.getTime()).slice(0, MOST_SHOWN)
}

export const countUnattended = (needs: Needs): Promise<number> => countAll(needs.db, needs.officeId, momentOf(needs))
