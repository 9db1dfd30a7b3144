import { finishJobs, jobById } from '../../../../db/queries/outbox.ts'
import type { OutboxRow } from '../../../../db/schema/jobs.ts'
import type { Office } from '../../../../db/schema/office.ts'
import { OWNER, SALON } from '../../../../db/seed/salon.ts'
import { COLLEAGUES } from '../../../../db/seed/team.ts'
import type { Ctx, OfficeCtx } from '../../../context.ts'
import { ID_RANDOM_BYTES, idFrom, OfficeId } from '../../../kernel/ids.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { initialSettings } from '../rules/settings.ts'

/** Where the random bytes of an id hold its number. Of the last byte an id keeps one half only. */
const NUMBER_AT = ID_RANDOM_BYTES - 5

export type StageNeeds = Ctx & { runJob: (needs: OfficeCtx, job: OutboxRow['job']) => Promise<void> }
/** Something that happened in the salon. */
export type Event = { at: Date; play: (needs: MemberCtx) => Promise<unknown> }

/**
 * The demo office while its history is played: a clock that stands where the event is, ids that count, and nobody
 * outside. What happens is done by the same use cases and jobs as in any office.
 */
export function stageFor(needs: StageNeeds, createdAt: Date) {
  let clock = createdAt
  const newId = countedIds(() => clock)
  const ownerId = newId()
  const team = [ownerId, ...COLLEAGUES.map(() => newId())]
  const sent: string[] = []
  const office = demoOffice(createdAt)
  const stage: MemberCtx = {
    ...needs.forOffice(office),
    now: () => clock,
    newId,
    jobs: { send: async (rows) => void sent.push(...rows.map(({ id }) => id)) },
    mail: { recognisesRepeats: true, send: async () => {} },
    desk: { announce: async () => {}, endSockets: async () => {} },
    member: { userId: ownerId, name: OWNER.name, role: 'owner' },
  }
  const play = async (event: Event) => {
    clock = event.at
    await event.play(stage)
    for (let id = sent.shift(); id; id = sent.shift()) {
      const row = await jobById(stage.db, office.id, id)
      if (row) await needs.runJob(stage, row.job)
    }
  }
  return { stage, team, play, close: () => finishJobs(stage.db, office.id, clock) }
}

/** Ids that sort by the moment they belong to and are the same whenever the same history is played. */
function countedIds(now: () => Date): () => string {
  let number = 0
  return () => {
    number += 1
    const bytes = new Uint8Array(ID_RANDOM_BYTES)
    new DataView(bytes.buffer).setUint32(NUMBER_AT, number)
    return idFrom(now().getTime(), bytes)
  }
}

const demoOffice = (createdAt: Date): Office => ({
  id: OfficeId.parse(SALON.officeId),
  name: SALON.name,
  slug: SALON.slug,
  timeZone: SALON.timeZone,
  country: SALON.country,
  currency: SALON.currency,
  settings: initialSettings(),
  shard: 0,
  isDemo: true,
  requireSecondFactor: false,
  version: 1,
  createdAt,
})
