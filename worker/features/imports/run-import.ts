import {
  actById,
  addRows,
  insertActRows,
  keyColumns,
  keyOf,
  updateAct,
  writeColumns,
} from '../../../db/queries/acts.ts'
import { alone, type Plan } from '../../../db/queries/plan.ts'
import type { Import } from '../../../db/schema/imports.ts'
import type { Columns } from '../../kernel/columns.ts'
import { recorded, withNextVersion } from '../acts/plan-act.ts'
import { differences, gathered, type RowChange } from '../acts/rules/act-row.ts'
import { goThrough, type Needs, type Way } from './go-through.ts'
import { loadKnown } from './load-known.ts'
import { type Applied, applyRows } from './rules/apply-rows.ts'
import { recordedOf, TABLES, type Table } from './rules/new-rows.ts'

/** The job of an import: writes the file's people into the office, and with each piece how it is undone. */
export const runImport = (needs: Needs, importId: string): Promise<void> =>
  goThrough(needs, importId, async (row) => wayOf(needs, row), 'running')

async function wayOf(needs: Needs, { id, fileName, authorId, createdAt, mapping }: Import): Promise<Way> {
  const { db, officeId, now } = needs
  // The last position is read once: only this job writes any more, or its writes are refused.
  let position = (await actById(db, officeId, id))?.rows ?? 0
  const by = { id, title: `Imported from ${fileName}`, authorId, atMs: createdAt.getTime() }
  return {
    kind: 'run_import',
    state: 'running',
    endState: 'done',
    async take(piece) {
      const known = await loadKnown(needs, piece.drafted)
      const applied = applyRows(piece.drafted, mapping?.matchBy ?? [], known, { ...by, atMs: now().getTime() })
      const { plan, rows } = planPiece(needs, id, applied, position)
      return {
        plan,
        counts: applied.counts,
        taken: () => {
          position += rows
        },
      }
    },
    end: () => alone((db) => [updateAct(db, officeId, id, { state: 'done', rows: position })]),
  }
}

/** What a piece writes, and how each row of it is taken back. */
function planPiece(
  { officeId }: Needs,
  actId: string,
  { made, changed }: Applied,
  from: number,
): { plan: Plan; rows: number } {
  const changes = changed.map(withNextVersion)
  const rows = [...recordedRows(made, changes)].map((row, at) => ({ actId, position: from + at, ...row }))
  const plan = alone((db) => [
    ...TABLES.flatMap((table) => addRows(db, officeId, table, made.get(table) ?? [])),
    ...changes.map((change) => writeColumns(db, officeId, written(change))),
    ...insertActRows(db, officeId, rows),
    updateAct(db, officeId, actId, { rows: from + rows.length }),
  ])
  return { plan, rows: rows.length }
}

const SHARED = ['companies', 'tags', 'addresses', 'notes'] as const
const OF_ONE = ['contactAddresses', 'contactCompanies', 'taggings', 'noteLinks', 'activities'] as const

/**
 * How the rows are taken back, in the order in which they are kept: what people share, what came to people who were there,
 * and then each new contact with all that is theirs, so that an undo can leave one whole.
 */
function recordedRows(made: Applied['made'], changes: RowChange[]) {
  const keptOf = (table: Table) => {
    const names = keyColumns(table)
    return (row: Columns) => ({
      tableName: table,
      key: names.map((name) => String(row[name])),
      before: null,
      after: recordedOf(table, row),
    })
  }
  type Kept = ReturnType<ReturnType<typeof keptOf>>
  const contacts = made.get('contacts') ?? []
  const groups = new Map<unknown, Kept[]>(contacts.map((row) => [row.id, []]))
  const loose: Kept[] = []
  for (const table of OF_ONE) {
    const kept = keptOf(table)
    for (const row of made.get(table) ?? []) (groups.get(row.contactId ?? row.recordId) ?? loose).push(kept(row))
  }
  const contact = keptOf('contacts')
  return [
    ...SHARED.flatMap((table) => (made.get(table) ?? []).map(keptOf(table))),
    ...loose,
    ...changes.map(recorded),
    ...contacts.flatMap((row) => [contact(row), ...(groups.get(row.id) ?? [])]),
  ]
}

/** The columns of a row that a row of the file changed, over the version that was read. */
function written({ table, before, after }: RowChange) {
  const old = before ?? {}
  const young = after ?? {}
  const readVersion = typeof old.version === 'number' ? old.version : null
  return { table, key: keyOf(table, old), columns: gathered(old, differences(old, young).after), readVersion }
}
