import { removeOldNotes } from '../../db/queries/audit.ts'
import { removeExpiredTokens } from '../../db/queries/inbound.ts'
import { dueJobs, removeFinishedJobs } from '../../db/queries/outbox.ts'
import { removeEnded, removeOldAttempts } from '../../db/queries/sign-in.ts'
import type { Ctx } from '../context.ts'
import { readDueSources } from '../features/calendars/read-due-sources.ts'
import { sendDue } from '../features/customer-messages/send-due.ts'
import { remind } from '../features/tasks/remind.ts'
import { emptyTrash } from '../features/trash/empty-trash.ts'
import { DAY_MS } from '../kernel/time.ts'

/** How many jobs of one database a sweep sends; the next sweep takes the others. */
const SWEEP_LIMIT = 1000
/** Longer than the longest window in which attempts are counted. */
const KEEP_ATTEMPTS_MS = DAY_MS
const KEEP_FINISHED_MS = 7 * DAY_MS
const KEEP_NOTES_MS = 365 * DAY_MS

/**
 * Sends every job that is due and in nobody's hands: those whose first sending was lost, refused or interrupted. Then
 * it clears away what nobody will ask for again.
 */
export async function sweep(ctx: Ctx): Promise<void> {
  const now = ctx.now()
  for (const db of ctx.databases()) {
    await remind(ctx, db)
    await sendDue(ctx, db)
    await readDueSources(ctx, db)
    const due = await dueJobs(db, now, SWEEP_LIMIT)
    await ctx.jobs.send(due)
    await removeFinishedJobs(db, new Date(now.getTime() - KEEP_FINISHED_MS))
    await emptyTrash({ db, files: ctx.files, now: ctx.now })
    if (due.length > 0) ctx.log.note('swept', { jobs: due.length })
  }
  await removeExpiredTokens(ctx.directory, now)
  await removeOldAttempts(ctx.directory, new Date(now.getTime() - KEEP_ATTEMPTS_MS))
  await removeEnded(ctx.directory, now)
  await removeOldNotes(ctx.directory, new Date(now.getTime() - KEEP_NOTES_MS))
}
