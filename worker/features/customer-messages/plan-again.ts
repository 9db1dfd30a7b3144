import { appointmentsAhead } from '../../../db/queries/customer-messages.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { OfficeCtx } from '../../context.ts'
import { outboxRow } from '../../queue/outbox.ts'
import { planMessages } from './plan-messages.ts'

type Needs = Pick<OfficeCtx, 'db' | 'directory' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'jobs'>
/** How many appointments one job plans anew; it leaves the others to the next. */
const AT_ONCE = 50

/** After the office changed when its customers are reminded: plans the messages of all that lies ahead anew. */
export async function planAgain(needs: Needs, after: string): Promise<void> {
  const { db, officeId, now, jobs } = needs
  const ids = await appointmentsAhead(db, officeId, { now: now(), after, limit: AT_ONCE })
  for (const id of ids) await planMessages(needs, id, null)
  const last = ids.at(-1)
  if (!last || ids.length < AT_ONCE) return
  const job = outboxRow(needs, { kind: 'plan_messages_again', after: last })
  await commit(
    db,
    alone((db) => [insertJob(db, job)]),
  )
  await jobs.send([job])
}
