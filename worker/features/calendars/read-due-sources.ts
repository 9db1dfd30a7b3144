import { isConflict } from '#dialect'
import { dueSources, putOff } from '../../../db/queries/calendar-sources.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { Ctx } from '../../context.ts'
import { outboxRow } from '../../queue/outbox.ts'
import { officeContextOf } from '../office/open-office.ts'
import { READ_EVERY_MS } from './unknown.ts'

/** How many calendars of one database a sweep leaves jobs for; the next takes the others. */
const MOST_AT_ONCE = 500

/**
 * Leaves a job for each calendar of this database whose time has come, whichever office's it is. The job goes by the
 * time for which it was due, so that two sweeps at once leave one.
 */
export async function readDueSources(ctx: Ctx, db: Parameters<typeof dueSources>[0]): Promise<void> {
  for (const { officeId, id, nextAt } of await dueSources(db, ctx.now(), MOST_AT_ONCE)) {
    try {
      const needs = await officeContextOf(ctx, officeId)
      if (!needs) continue
      const job = outboxRow(needs, { kind: 'read_calendar', sourceId: id }, `${id}.${nextAt.getTime()}`)
      const later = new Date(ctx.now().getTime() + READ_EVERY_MS)
      await commit(
        needs.db,
        alone((db) => [insertJob(db, job), putOff(db, { officeId, id }, later)]),
      )
      await ctx.jobs.send([job])
    } catch (error) {
      // Another sweep was first, or the next one tries again; neither holds up the calendars of others.
      if (!isConflict(error)) ctx.log.fault('calendar_not_queued', error, { officeId, sourceId: id })
    }
  }
}
