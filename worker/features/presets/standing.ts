import { countDealsEver, type SetUp, setUpOf, tradesOf } from '../../../db/queries/presets.ts'
import type { Trade } from '../../../db/schema/presets.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Columns } from '../../kernel/columns.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { planRemoval, type Removal } from './plan-removal.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>

/** What a preset finds: the office as it will stand once the preset before has gone. */
export type Standing = {
  trades: Trade[]
  removal: Removal
  rows: SetUp
  /** The pipeline that every office begins with, where no deal ever stood in it. */
  starter: Columns | null
}

/** The office as it stands for a new preset; `removing` are the parts of the present one that go before. */
export async function standingFor(needs: Needs, removing: (trade: Trade) => boolean): Promise<Standing> {
  const { db, officeId } = needs
  const [trades, rows] = await Promise.all([tradesOf(db, officeId), setUpOf(db, officeId)])
  const removal = await planRemoval(needs, trades.filter(removing), rows.pipelines)
  const after = withChanges(rows, removal.changes)
  // The first pipeline goes by the office's own id.
  const starter = after.pipelines.find(({ id, archivedAt }) => id === officeId && archivedAt === null) ?? null
  const isEmpty = starter !== null && (await countDealsEver(db, officeId, officeId)) === 0
  return { trades, removal, rows: after, starter: isEmpty ? starter : null }
}

/** The rows once these changes are written. */
export function withChanges(rows: SetUp, changes: readonly RowChange[]): SetUp {
  const changed = (table: keyof SetUp) => {
    const found = new Map(rows[table].map((row) => [row.id, row]))
    for (const { table: of, before, after } of changes) {
      if (of !== table) continue
      if (after) found.set(after.id, after)
      else if (before) found.delete(before.id)
    }
    return [...found.values()]
  }
  return {
    customFields: changed('customFields'),
    officeWords: changed('officeWords'),
    taskTemplates: changed('taskTemplates'),
    pipelines: changed('pipelines'),
    stages: changed('stages'),
    lostReasons: changed('lostReasons'),
  }
}
