import { addRow, insertAct, insertActRows, keyOf, removeRow, writeColumns } from '../../../db/queries/acts.ts'
import { alone, type Plan } from '../../../db/queries/plan.ts'
import type { ActKind } from '../../../db/schema/acts.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Columns } from '../../kernel/columns.ts'
import type { Change } from '../../kernel/live.ts'
import { DAY_MS } from '../../kernel/time.ts'
import type { Actor, RecordKind } from '../../kernel/words.ts'
import { differences, gathered, type RowChange } from './rules/act-row.ts'

/** How long a step can be taken back; after that the sweep removes what it put away. */
const KEPT_DAYS = 30
export const expiryOf = (at: Date) => new Date(at.getTime() + KEPT_DAYS * DAY_MS)

type Needs = Pick<OfficeCtx, 'officeId' | 'now'>

export type NewStep = {
  id: string
  kind: ActKind
  /** What was done, in words. */
  title: string
  record: RecordKind | null
  recordId: string | null
  by: Actor
  /** What the screens are told. */
  changes: Change[]
}

/**
 * One reversible step: writes the changes and, with them, how each is taken back. Whole rows in and out, parents before
 * children. A row that moved on since it was read stops the whole step (`isOvertaken` tells that fault).
 */
export function planAct({ officeId, now }: Needs, step: NewStep, rowChanges: RowChange[]): Plan {
  const { changes, ...named } = step
  const at = now()
  const expiresAt = expiryOf(at)
  const act = { officeId, ...named, state: 'done' as const, rows: rowChanges.length, createdAt: at, expiresAt }
  const part = planPart({ officeId }, { id: step.id, rows: 0 }, rowChanges)
  return { write: (db) => [insertAct(db, act), ...part.write(db)], effects: [], changes }
}

/** More changes of an act that is under way, after the `rows` that it holds already. */
export function planPart(
  { officeId }: Pick<Needs, 'officeId'>,
  act: { id: string; rows: number },
  rowChanges: RowChange[],
): Plan {
  const worked = rowChanges.map(withNextVersion)
  const rows = worked.map((change, at) => ({ actId: act.id, position: act.rows + at, ...recorded(change) }))
  return alone((db) => [
    ...worked.map((change) => {
      const { table, before, after } = change
      if (!before) return addRow(db, officeId, table, after ?? {})
      const key = keyOf(table, before)
      if (!after) return removeRow(db, officeId, table, key)
      const columns = gathered(before, differences(before, after).after)
      return writeColumns(db, officeId, { table, key, columns, readVersion: versionOf(before) })
    }),
    ...insertActRows(db, officeId, rows),
  ])
}

const versionOf = (row: Columns): number | null => (typeof row.version === 'number' ? row.version : null)

/** A row that is changed counts on by one. */
export function withNextVersion(change: RowChange): RowChange {
  const { before, after } = change
  const version = before && after ? versionOf(before) : null
  return version === null ? change : { ...change, after: { ...after, version: version + 1 } }
}

/** What is kept of a change: the whole row where it was made or removed, else only the columns that differ. */
export function recorded({ table, before, after }: RowChange) {
  const row = before ?? after
  if (!row) throw new Error('A change of a row that neither was nor will be.')
  return {
    tableName: table,
    key: keyOf(table, row),
    ...(before && after ? differences(before, after) : { before, after }),
  }
}
