import type { MadeRow, Trade } from '../../../db/schema/presets.ts'
import type { OfficeCtx } from '../../context.ts'
import { type Columns, columnsOf } from '../../kernel/columns.ts'
import { type Decided, decideTakeBack } from '../acts/decide-take-back.ts'
import { gathered, type RowChange } from '../acts/rules/act-row.ts'
import { countGone, type Gone, type Stay, stayOf } from './rules/stays.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>
/** What goes with parts of a preset, and what stays because somebody uses it. */
export type Removal = { changes: RowChange[]; goes: Gone; stays: Stay[] }

/**
 * How parts of a preset are removed: what nobody uses goes, and what was put aside comes back. Of an office with no
 * other pipeline the preset's stays. What stays is the office's own from then on.
 */
export async function planRemoval(needs: Needs, trades: readonly Trade[], pipelines: Columns[]): Promise<Removal> {
  const rows = trades.flatMap(({ made }) => made).reverse()
  const decide = (staying: readonly string[]) => decideTakeBack(needs, rows, { kind: 'preset', kept: 0 }, staying)
  const first = rows.length > 0 ? await decide([]) : []
  const last = leavesNone(first, pipelines)
  const decided = last.length > 0 ? await decide(last) : first
  return {
    changes: [
      ...decided.flatMap(changeOf),
      ...trades.map((trade) => ({ table: 'trades' as const, before: columnsOf(trade), after: null })),
    ],
    goes: countGone(decided.flatMap(({ row, taken }) => (taken.do === 'remove' ? [row.tableName] : []))),
    stays: decided.flatMap((each) => stayOf(each, last) ?? []).reverse(),
  }
}

/** The pipelines that must stay, because without them there would be none: an office needs one. */
function leavesNone(decided: Decided<MadeRow>[], pipelines: Columns[]): string[] {
  const going = (what: 'remove' | 'restore') =>
    decided
      .filter(({ row, taken }) => row.tableName === 'pipelines' && taken.do === what)
      .map(({ row }) => row.key[0] ?? '')
  const goes = going('remove')
  const comesBack = going('restore')
  const isThere = ({ id, archivedAt }: Columns) =>
    !goes.includes(String(id)) && (archivedAt === null || comesBack.includes(String(id)))
  return pipelines.some(isThere) ? [] : goes
}

function changeOf({ row, taken, now }: Decided<MadeRow>): RowChange[] {
  const { tableName: table } = row
  if (!now) return []
  if (taken.do === 'remove') return [{ table, before: now, after: null }]
  if (taken.do !== 'restore') return []
  return [{ table, before: now, after: { ...now, ...gathered(now, taken.columns) } }]
}
