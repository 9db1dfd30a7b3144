import { isConflict, isOvertaken } from '#dialect'
import { actById, updateAct } from '../../../../db/queries/acts.ts'
import { membersOf } from '../../../../db/queries/members.ts'
import { insertJob } from '../../../../db/queries/outbox.ts'
import { alone, commit, joined } from '../../../../db/queries/plan.ts'
import { idsOfTable } from '../../../../db/queries/table/page.ts'
import type { Act } from '../../../../db/schema/acts.ts'
import type { OfficeCtx } from '../../../context.ts'
import { type Change, TOPICS } from '../../../kernel/live.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { outboxRow } from '../../../queue/outbox.ts'
import type { Member } from '../../../trpc/procedures.ts'
import { planPart } from '../../acts/plan-act.ts'
import { queryOf, SOURCES } from '../read-list.ts'
import type { BulkJob } from './asked.ts'
import { livingRows, PIECE, pieceId } from './bulk-change.ts'
import { planBulk, TOPIC_OF } from './plan-bulk.ts'

/** How often somebody's own change may come in between, before the piece is left for later. */
const MOST_TRIES = 3

/**
 * Does one piece of a large change and leaves the job of the next, both or neither: a piece that is run twice is refused
 * the second time. One that cannot go on ends the act with what it has, which can be taken back.
 */
export async function bulkPiece(needs: OfficeCtx, job: BulkJob): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const act = await actById(needs.db, needs.officeId, job.actId)
    if (act?.state !== 'running') return
    try {
      return await doPiece({ ...needs, member: await memberOf(needs, job) }, job, act)
    } catch (error) {
      if (isConflict(error)) return
      if (error instanceof Refusal) await endAct(needs, job)
      if (!isOvertaken(error) || attempt === MOST_TRIES) throw error
    }
  }
}

async function doPiece(needs: OfficeCtx & { member: Member }, job: BulkJob, act: Act): Promise<void> {
  const { db, officeId, desk, jobs } = needs
  const { asked, userId } = job
  const ids = await nextIds(needs, job, act)
  const rows = await livingRows(needs, asked, ids)
  const { rows: changes, along = alone(() => []) } = await planBulk(needs, asked, rows)
  const done = job.done + ids.length
  const following = { ...job, after: ids.at(-1) ?? null, done }
  const next = ids.length < PIECE ? null : outboxRow(needs, following, pieceId(act.id, done))
  const fields = { rows: act.rows + changes.length, ...(next ? {} : { state: 'done' as const }) }
  await commit(
    db,
    joined(
      planPart({ officeId }, act, changes),
      along,
      alone((db) => [updateAct(db, officeId, act.id, fields), ...(next ? [insertJob(db, next)] : [])]),
    ),
  )
  if (next) await jobs.send([next])
  await desk.announce([...toldOf(job, next === null), ...along.changes, { topic: 'jobs', ids: [act.id], by: userId }])
}

/** What goes into the trash takes things of other lists along; they are read anew once, at the end. */
const toldOf = ({ asked: { record, change }, userId: by }: BulkJob, isLast: boolean): Change[] =>
  change.kind === 'discard' && isLast
    ? TOPICS.map((topic) => ({ topic, ids: [], by }))
    : [{ topic: TOPIC_OF[record], ids: [], by }]

/** The records after the last that is done. Days are those on which the change was begun, however long it takes. */
async function nextIds(needs: OfficeCtx, { asked, after }: BulkJob, act: Act): Promise<string[]> {
  const { record, which } = asked
  if ('ids' in which)
    return [...new Set(which.ids)]
      .sort()
      .filter((id) => after === null || id > after)
      .slice(0, PIECE)
  const query = await queryOf({ ...needs, now: () => act.createdAt }, record, which.all)
  const page = { after, until: act.createdAt, limit: PIECE }
  return idsOfTable(needs.db, needs.officeId, SOURCES[record], query, page)
}

/** Who asked for it, as they are now. */
async function memberOf({ directory, officeId }: OfficeCtx, { userId }: BulkJob): Promise<Member> {
  const found = (await membersOf(directory, officeId)).find((each) => each.userId === userId)
  if (!found || found.role === 'viewer')
    throw new Refusal('not_allowed', 'Whoever asked for this change may not make it any more.')
  return found
}

async function endAct({ db, officeId, desk }: OfficeCtx, { actId, userId }: BulkJob): Promise<void> {
  await commit(
    db,
    alone((db) => [updateAct(db, officeId, actId, { state: 'done' })]),
  )
  await desk.announce([{ topic: 'jobs', ids: [actId], by: userId }])
}
