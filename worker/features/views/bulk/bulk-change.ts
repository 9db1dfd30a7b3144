import type { z } from 'zod'
import { insertAct, rowsNow } from '../../../../db/queries/acts.ts'
import { insertJob } from '../../../../db/queries/outbox.ts'
import { alone, commit } from '../../../../db/queries/plan.ts'
import { countTable, idsOfTable } from '../../../../db/queries/table/page.ts'
import type { Columns } from '../../../kernel/columns.ts'
import { notFound, Refusal } from '../../../kernel/refusal.ts'
import { outboxRow } from '../../../queue/outbox.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { doStep, NO_STEP } from '../../acts/do-step.ts'
import { expiryOf } from '../../acts/plan-act.ts'
import { TRASH_TABLES } from '../../trash/rules/fates.ts'
import type { BulkStep } from '../input.ts'
import { queryOf, SOURCES } from '../read-list.ts'
import type { BulkAsked } from './asked.ts'
import { MANY_OF, planBulk, TOPIC_OF } from './plan-bulk.ts'
import type { BulkNeeds } from './planned.ts'

/** So many records are changed at once; of more, so many by each job. */
export const PIECE = 200
/** More than a small office has of anything, and few enough that the last piece comes within minutes. */
const MOST_AT_ONCE = 50_000

type Needs = BulkNeeds & Pick<MemberCtx, 'jobs'>
type Step = z.infer<typeof BulkStep>

/**
 * One change of many records as one step, taken back as one. A record that is not there any more stops it before anything
 * is written; whichever has the value already is left alone. More than a piece goes on by jobs, and can be watched.
 */
export async function bulkChange(needs: Needs, asked: BulkAsked): Promise<Step> {
  const { ids, total } = await meant(needs, asked)
  if (ids.length === 0) return { ...NO_STEP, total: null }
  const rows = await livingRows(needs, asked, ids)
  if ('ids' in asked.which && rows.length < ids.length) throw notFound(asked.record)
  // Also of a long change the first piece is planned now: what cannot be done is refused at once.
  const { done, rows: changes, along } = await planBulk(needs, asked, rows.slice(0, PIECE))
  const title = `${done} ${total === 1 ? nameOf(rows[0]) : `${total} ${MANY_OF[asked.record]}`}`
  if (total > PIECE) return startLong(needs, asked, title, total)
  if (changes.length === 0) return { ...NO_STEP, total: null }
  const { record } = asked
  const told = { title, record, id: ids[0] ?? '', topic: TOPIC_OF[record], kind: kindOf(asked) }
  return { ...(await doStep(needs, { ...told, ...(along ? { along } : {}) }, changes)), total: null }
}

const kindOf = ({ change }: BulkAsked) => (change.kind === 'discard' ? ('trash' as const) : ('bulk' as const))
const nameOf = (row: Columns | undefined) => String(row?.name ?? row?.title ?? '')

/** Which records are meant, or the first piece of them, and how many there are in all. */
async function meant(needs: Needs, { record, which }: BulkAsked): Promise<{ ids: string[]; total: number }> {
  if ('ids' in which) {
    const ids = [...new Set(which.ids)]
    return { ids, total: ids.length }
  }
  const { db, officeId, now } = needs
  const query = await queryOf(needs, record, which.all)
  const total = await countTable(db, officeId, SOURCES[record], query)
  if (total > MOST_AT_ONCE)
    throw new Refusal(
      'invalid',
      `${total} ${MANY_OF[record]} are more than can be changed at once: at most ${MOST_AT_ONCE}. Narrow the list by a filter first.`,
    )
  const page = { after: null, until: now(), limit: PIECE }
  const ids = await idsOfTable(db, officeId, SOURCES[record], query, page)
  return { ids, total: total <= PIECE ? ids.length : total }
}

/** Those of the records that live, in the order of their ids. */
export async function livingRows(
  { db, officeId }: Pick<Needs, 'db' | 'officeId'>,
  { record }: Pick<BulkAsked, 'record'>,
  ids: string[],
): Promise<Columns[]> {
  const keys = ids.map((id) => [id])
  const found = await rowsNow(db, officeId, TRASH_TABLES[record], keys)
  return ids.flatMap((id) => {
    const row = found.get(id)
    return row && row.archivedAt === null ? [row] : []
  })
}

/** An act without rows yet, and the job that does the first piece of it. */
async function startLong(needs: Needs, asked: BulkAsked, title: string, total: number): Promise<Step> {
  const { db, officeId, now, newId, member, jobs, desk } = needs
  const actId = newId()
  const at = now()
  const by = { kind: 'member' as const, userId: member.userId }
  const act = { officeId, id: actId, kind: kindOf(asked), state: 'running' as const, title, by, createdAt: at }
  const job = { kind: 'bulk_piece' as const, actId, userId: member.userId, asked, after: null, done: 0, total }
  const row = outboxRow(needs, job, pieceId(actId, 0))
  await commit(
    db,
    alone((db) => [
      insertAct(db, { ...act, record: null, recordId: null, expiresAt: expiryOf(at) }),
      insertJob(db, row),
    ]),
  )
  await jobs.send([row])
  await desk.announce([{ topic: 'jobs', ids: [actId], by: member.userId }])
  return { actId, title, total }
}

/** Each piece has one job, whoever writes it: the second that does is refused. */
export const pieceId = (actId: string, done: number) => `${actId}.${done}`
