import {
  expiredActs,
  forgetRows,
  removeAct,
  removeRow,
  rowsNow,
  rowsToTakeBack,
  writeColumns,
} from '../../../db/queries/acts.ts'
import { hangingOn } from '../../../db/queries/hanging.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import type { Act, ActRow } from '../../../db/schema/acts.ts'
import type { Ctx } from '../../context.ts'
import type { OfficeId } from '../../kernel/ids.ts'
import { type ActTable, isActTable } from '../acts/rules/act-row.ts'
import { outlives } from './rules/fates.ts'

/** How many steps one sweep ends in a database; the next takes the others. */
const ACTS_AT_ONCE = 50
/** How many rows of one step; of a larger one the next sweep takes the others. */
const ROWS_AT_ONCE = 200

type Needs = Pick<Ctx, 'files'> & { db: Parameters<Plan['write']>[0]; now: () => Date }
type Row = { table: ActTable; key: string[] }

/** Removes what has lain in the trash for its thirty days, and forgets the steps that can no longer be taken back. */
export async function emptyTrash(needs: Needs): Promise<number> {
  const expired = await expiredActs(needs.db, needs.now(), ACTS_AT_ONCE)
  for (const act of expired) await endAct(needs, act)
  return expired.length
}

async function endAct(needs: Needs, act: Act): Promise<void> {
  const { db, files } = needs
  const { officeId, id } = act
  // A merge put a contact away as a deletion does; what any other step changed is the office's own now.
  const isDeletion = act.state === 'done' && (act.kind === 'trash' || act.kind === 'merge')
  const last = isDeletion ? await rowsToTakeBack(db, officeId, id, ROWS_AT_ONCE) : []
  const rows = await stillPutAway(db, officeId, last)
  const removed: Plan[] = []
  const fileKeys: string[] = []
  const seen = new Set<string>()
  await planRemovals(db, officeId, rows, { removed, fileKeys, seen })
  // The content first: interrupted after it, the next sweep ends the step; the other way round nobody knew of the content.
  for (const key of fileKeys) await files.removeAll(key)
  await commit(
    db,
    joined(
      ...removed,
      alone((db) => (last.length < ROWS_AT_ONCE ? removeAct(db, officeId, id) : [forgetRows(db, placeOf(last))])),
    ),
  )
}

/** Where these rows of one act stand in it; they come from the last to the first. */
function placeOf(rows: ActRow[]) {
  const [last, first] = [rows[0], rows.at(-1)]
  if (!last || !first) throw new Error('An act without rows has no place to be forgotten at.')
  return { officeId: last.officeId, actId: last.actId, from: first.position, to: last.position }
}

/** Those of the rows that the step archived and that still are. */
async function stillPutAway(db: Needs['db'], officeId: OfficeId, rows: ActRow[]): Promise<Row[]> {
  const archived = rows.filter(({ before, after }) => before && after && typeof after.archivedAt === 'number')
  const found: Row[] = []
  for (const [table, of] of Map.groupBy(archived, ({ tableName }) => tableName)) {
    const keys = of.map(({ key }) => key)
    const now = await rowsNow(db, officeId, table, keys)
    found.push(
      ...keys.filter((key) => (now.get(key.join(' '))?.archivedAt ?? null) !== null).map((key) => ({ table, key })),
    )
  }
  return found
}

type Found = { removed: Plan[]; fileKeys: string[]; seen: Set<string> }

/** Plans the removal of rows after that of all that cannot be without them: table by table, each asked once for all. */
async function planRemovals(db: Needs['db'], officeId: OfficeId, rows: Row[], found: Found): Promise<void> {
  for (const [table, of] of Map.groupBy(rows, (row) => row.table)) {
    const keys = of.map(({ key }) => key).filter((key) => !found.seen.has(`${table} ${key}`))
    for (const key of keys) found.seen.add(`${table} ${key}`)
    if (keys.length === 0) continue
    const hanging = await hangingOn(db, officeId, table, keys.filter((key) => key.length === 1).flat())
    const children: Row[] = []
    for (const each of hanging) {
      if (!isActTable(each.table)) continue
      const child = { table: each.table, key: each.key }
      if (!outlives(each.table, each.column)) children.push(child)
      else {
        const forgotten = { ...child, columns: { [each.column]: null }, readVersion: null }
        found.removed.push(alone((db) => [writeColumns(db, officeId, forgotten)]))
      }
    }
    await planRemovals(db, officeId, children, found)
    if (table === 'files')
      for (const { fileKey } of (await rowsNow(db, officeId, table, keys)).values())
        if (typeof fileKey === 'string') found.fileKeys.push(fileKey)
    found.removed.push(alone((db) => keys.map((key) => removeRow(db, officeId, table, key))))
  }
}
