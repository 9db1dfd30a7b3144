import type { z } from 'zod'
import { isOvertaken } from '#dialect'
import { actById, rowsToTakeBack, updateAct } from '../../../db/queries/acts.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit, joined } from '../../../db/queries/plan.ts'
import { indexedOnce } from '../../../db/queries/search-index.ts'
import type { Act } from '../../../db/schema/acts.ts'
import type { OfficeCtx } from '../../context.ts'
import { letOthersIn } from '../../kernel/let-others-in.ts'
import { TOPICS } from '../../kernel/live.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { SECOND_MS } from '../../kernel/time.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { UndoAct, Undone } from './input.ts'
import { planTakeBack, wholeContacts } from './plan-take-back.ts'

/** A step of at most so many rows is taken back in one write; a larger one by a job, piece by piece. */
const ROWS_AT_ONCE = 200
const ROWS_OF_A_JOB_AT_ONCE = 4000
/** Well within the lease of a job; the next job goes on from there. */
const JOB_MS = 12 * SECOND_MS

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'jobs' | 'member'>

/**
 * Takes a step back: what it made goes, what it changed has its old values again, what it removed returns. Whatever
 * somebody worked with since stays as they left it, and is counted. Refused when the step is too old or undone already.
 */
export async function undoAct(needs: Needs, { id }: z.infer<typeof UndoAct>): Promise<z.infer<typeof Undone>> {
  const { db, officeId, now, jobs, desk, member } = needs
  const act = await actById(db, officeId, id)
  if (!act) throw notFound('step')
  if (act.state === 'running')
    throw new Refusal('conflict', 'This is still being done. Take it back once it has come to its end.')
  if (act.state !== 'done' || act.expiresAt <= now())
    throw new Refusal('conflict', 'This can no longer be taken back. Look again.')
  if (act.rows > ROWS_AT_ONCE) {
    const job = jobOf(needs, id)
    await commit(
      db,
      alone((db) => [updateAct(db, officeId, id, { state: 'undoing' }), insertJob(db, job)]),
    )
    await jobs.send([job])
    return { id, state: 'undoing', kept: 0 }
  }
  const kept = await takeBackPiece(needs, act, ROWS_AT_ONCE)
  await desk.announce(TOPICS.map((topic) => ({ topic, ids: [], by: member.userId })))
  return { id, state: 'undone', kept }
}

const jobOf = ({ officeId, now, newId }: Pick<OfficeCtx, 'officeId' | 'now' | 'newId'>, actId: string) => {
  const at = now()
  return { officeId, id: newId(), job: { kind: 'undo_act' as const, actId }, dueAt: at, createdAt: at }
}

/** The job of a large step: one piece after the other, each whole; where it was interrupted it goes on. */
export async function takeBackAll(
  needs: Pick<OfficeCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'jobs'>,
  actId: string,
): Promise<void> {
  const { db, officeId, now, desk, jobs } = needs
  const endMs = now().getTime() + JOB_MS
  for (;;) {
    const act = await actById(db, officeId, actId)
    if (act?.state !== 'undoing') break
    await takeBackPiece(needs, act, ROWS_OF_A_JOB_AT_ONCE)
    await letOthersIn()
    if (now().getTime() < endMs) continue
    const next = jobOf(needs, actId)
    await insertJob(db, next)
    return jobs.send([next])
  }
  await desk.announce(TOPICS.map((topic) => ({ topic, ids: [], by: null })))
}

/** Takes back the last rows that are left, and ends the act with the very last of them. Answers how many were kept. */
async function takeBackPiece(
  { db, officeId, now }: Pick<OfficeCtx, 'db' | 'officeId' | 'now'>,
  act: Act,
  atOnce: number,
): Promise<number> {
  const found = await rowsToTakeBack(db, officeId, act.id, atOnce)
  const rows = act.kind === 'import' && found.length === atOnce ? wholeContacts(found) : found
  const { plan, kept } = await planTakeBack({ db, officeId }, act, rows)
  const isLast = found.length < atOnce || act.state === 'done'
  const all = act.kept + kept
  const end = isLast ? { state: 'undone' as const, undoneAt: now(), kept: all } : { kept: all }
  try {
    await commit(
      db,
      joined(
        indexedOnce(officeId, plan),
        alone((db) => [updateAct(db, officeId, act.id, end)]),
      ),
    )
  } catch (error) {
    if (isOvertaken(error)) throw new Refusal('conflict', 'Somebody is working on this just now. Please try again.')
    throw error
  }
  return all
}
