import type { z } from 'zod'
import { isOvertaken } from '#dialect'
import { rowsNow } from '../../../db/queries/acts.ts'
import { type Hanging, hangingOn } from '../../../db/queries/hanging.ts'
import { commit } from '../../../db/queries/plan.ts'
import type { Columns } from '../../kernel/columns.ts'
import { TOPICS } from '../../kernel/live.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { planAct } from '../acts/plan-act.ts'
import type { ActTable, RowChange } from '../acts/rules/act-row.ts'
import { insistOnNothingAhead } from '../appointments/nothing-ahead.ts'
import type { Discard, Discarded } from './input.ts'
import { fateOf, TRASH_TABLES, type TrashRecord } from './rules/fates.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>

/**
 * Puts a record into the trash, with all that hangs on it, as one step that can be taken back for thirty days. Its
 * addresses stay free for others: whoever comes with the same one in between is somebody new.
 */
export async function discard(
  needs: Needs,
  { record, id }: z.infer<typeof Discard>,
): Promise<z.infer<typeof Discarded>> {
  const { db, officeId, now, newId, desk, member } = needs
  const table = TRASH_TABLES[record]
  const row = (await rowsNow(db, officeId, table, [[id]])).get(id)
  if (!row || row.archivedAt !== null) throw notFound(record)
  if (record === 'contact') await insistOnNothingAhead(needs, id)
  const archivedAt = now().getTime()
  const along = await goingAlong(needs, record, [id], archivedAt)
  const name = String(row.name ?? row.title)
  const title = along.length === 0 ? `Deleted ${name}` : `Deleted ${name}, with ${counted(along.length)}`
  const by = { kind: 'member' as const, userId: member.userId }
  const step = { id: newId(), kind: 'trash' as const, title, record, recordId: id, by, changes: [] }
  const changes = [...along, { table, before: row, after: { ...row, archivedAt } }]
  try {
    await commit(db, planAct(needs, step, changes))
  } catch (error) {
    if (isOvertaken(error)) throw new Refusal('conflict', 'Somebody is changing this just now. Please try again.')
    throw error
  }
  await desk.announce(TOPICS.map((topic) => ({ topic, ids: [id], by: member.userId })))
  return { actId: step.id, title }
}

const counted = (things: number) => (things === 1 ? 'one thing that hung on it' : `${things} things that hung on it`)

/** The changes of all that hangs on these records. */
export async function goingAlong(
  needs: Pick<Needs, 'db' | 'officeId'>,
  record: TrashRecord,
  ids: string[],
  archivedAt: number,
): Promise<RowChange[]> {
  const { db, officeId } = needs
  const hanging = await hangingOn(db, officeId, TRASH_TABLES[record], ids)
  const changes = new Map<string, RowChange>()
  for (const each of hanging) {
    const fate = fateOf(each.table, { on: record, column: each.column })
    const target = fate === 'leave' ? null : targetOf(each)
    if (!target) continue
    const [row] = [...(await rowsNow(db, officeId, target.table, [target.key])).values()]
    const after = row && changed(row, fate, { archivedAt, column: each.column })
    if (row && after) changes.set(`${target.table} ${target.key}`, { table: target.table, before: row, after })
  }
  return [...changes.values()]
}

/** The row itself, or the task that a link leads to. */
function targetOf({ table, key }: Hanging): { table: ActTable; key: string[] } | null {
  const [first] = key
  if (table === 'taskLinks') return first === undefined ? null : { table: 'tasks', key: [first] }
  if (table === 'tasks' || table === 'deals' || table === 'appointments' || table === 'conversations')
    return { table, key }
  return null
}

/** Null: it lies in the trash already, by another step, which brings it back. */
function changed(
  row: Columns,
  fate: 'archive' | 'unlink' | 'leave',
  { archivedAt, column }: { archivedAt: number; column: string },
) {
  if (fate === 'unlink') return { ...row, [column]: null }
  return row.archivedAt === null ? { ...row, archivedAt } : null
}
