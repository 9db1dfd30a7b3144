import { expiredActs, removeAct, removeRow, rowsNow, rowsToTakeBack, writeColumns } from '../../../db/queries/acts.ts'
import { hangingOn } from '../../../db/queries/hanging.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import type { Act } from '../../../db/schema/acts.ts'
import type { Ctx } from '../../context.ts'
import type { OfficeId } from '../../kernel/ids.ts'
import { type ActTable, isActTable } from '../acts/rules/act-row.ts'
import { outlives } from './rules/fates.ts'

/** How many steps one sweep ends in a database; the next takes the others. */
const ACTS_AT_ONCE = 50
const ROWS_AT_ONCE = 1000

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
  const rows = act.state === 'done' && (act.kind === 'trash' || act.kind === 'merge') ? await rowsPutAway(db, act) : []
  const removed: Plan[] = []
  const fileKeys: string[] = []
  const seen = new Set<string>()
  for (const row of rows) await planRemoval(db, officeId, row, { removed, fileKeys, seen })
  // The content first: interrupted after it, the next sweep ends the step; the other way round nobody knew of the content.
  for (const key of fileKeys) await files.removeAll(key)
  await commit(
    db,
    joined(
      ...removed,
      alone((db) => removeAct(db, officeId, id)),
    ),
  )
}

/** The rows that the step archived, the last first, where they still are. */
async function rowsPutAway(db: Needs['db'], act: Act): Promise<Row[]> {
  const rows = await rowsToTakeBack(db, act.officeId, act.id, ROWS_AT_ONCE)
  const archived = rows.filter(({ before, after }) => before && after && typeof after.archivedAt === 'number')
  const still = await Promise.all(
    archived.map(async ({ tableName: table, key }) => {
      const [row] = [...(await rowsNow(db, act.officeId, table, [key])).values()]
      return row && row.archivedAt !== null ? { table, key } : null
    }),
  )
  return still.filter((row) => row !== null).reverse()
}

type Found = { removed: Plan[]; fileKeys: string[]; seen: Set<string> }

/** Plans the removal of a row after that of all that cannot be without it. */
async function planRemoval(db: Needs['db'], officeId: OfficeId, { table, key }: Row, found: Found): Promise<void> {
  const name = `${table} ${key}`
  if (found.seen.has(name)) return
  found.seen.add(name)
  const hanging = key.length === 1 ? await hangingOn(db, officeId, table, key) : []
  for (const each of hanging) {
    if (outlives(each.table, each.column) && isActTable(each.table)) {
      const forgotten = { table: each.table, key: each.key, columns: { [each.column]: null }, readVersion: null }
      found.removed.push(alone((db) => [writeColumns(db, officeId, forgotten)]))
    } else if (isActTable(each.table)) await planRemoval(db, officeId, { table: each.table, key: each.key }, found)
  }
  if (table === 'files') {
    const [file] = [...(await rowsNow(db, officeId, table, [key])).values()]
    if (typeof file?.fileKey === 'string') found.fileKeys.push(file.fileKey)
  }
  found.removed.push(alone((db) => [removeRow(db, officeId, table, key)]))
}
