import { claimJob, finishJob } from '../../../../db/queries/outbox.ts'
import type { OutboxRow } from '../../../../db/schema/jobs.ts'
import type { Office } from '../../../../db/schema/office.ts'
import { OWNER, SALON } from '../../../../db/seed/salon.ts'
import type { Ctx, OfficeCtx } from '../../../context.ts'
import { ID_RANDOM_BYTES, idFrom, OfficeId } from '../../../kernel/ids.ts'
import { MINUTE_MS } from '../../../kernel/time.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { initialSettings } from '../rules/settings.ts'

/** Long enough for any job; nobody else works on them. */
const LEASE_MS = MINUTE_MS
/** Of the last random byte an id keeps one half, so the counter's four bytes stand before it. */
const COUNTER_AT = ID_RANDOM_BYTES - 5

export type StageNeeds = Ctx & { runJob: (needs: OfficeCtx, job: OutboxRow['job']) => Promise<void> }

/** Something that happened in the salon. */
export type Event = { at: Date; play: (needs: MemberCtx) => Promise<unknown> }

/**
 * The office while its history is played: a clock that stands where the event is, ids that count, and nobody outside.
 * What happens is done by the same use cases and jobs as in any office.
 */
export function stageFor(needs: StageNeeds, ownerId: string, createdAt: Date) {
  let clock = createdAt
  const newId = countedIds(() => clock)
  const sent: string[] = []
  const office = officeOfDemo(createdAt)
  const played: MemberCtx = {
    ...needs.forOffice(office),
    now: () => clock,
    newId,
    jobs: { send: async (rows) => void sent.push(...rows.map(({ id }) => id)) },
    mail: { send: async () => {} },
    desk: { announce: async () => {}, endSockets: async () => {} },
    member: { userId: ownerId, name: OWNER.name, role: 'owner' },
  }
  const runJobs = async () => {
    for (let id = sent.shift(); id; id = sent.shift()) {
      const row = await claimJob(played.db, office.id, id, clock, new Date(clock.getTime() + LEASE_MS))
      if (row) await needs.runJob(played, row.job)
      await finishJob(played.db, office.id, id, clock)
    }
  }
  return {
    played,
    async play(event: Event) {
      clock = event.at
      await event.play(played)
      await runJobs()
    },
  }
}

/** Ids that sort by the moment they belong to and are the same whenever the same history is played. */
export function countedIds(now: () => Date): () => string {
  let counter = 0
  return () => {
    const bytes = new Uint8Array(ID_RANDOM_BYTES)
    counter += 1
    new DataView(bytes.buffer).setUint32(COUNTER_AT, counter)
    return idFrom(now().getTime(), bytes)
  }
}

const officeOfDemo = (createdAt: Date): Office => ({
  id: OfficeId.parse(SALON.officeId),
  name: SALON.name,
  slug: SALON.slug,
  timeZone: SALON.timeZone,
  country: SALON.country,
  currency: SALON.currency,
  settings: initialSettings(),
  shard: 0,
  isDemo: true,
  version: 1,
  createdAt,
})
