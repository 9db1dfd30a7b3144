import { addRow, forgetRows, recordOutcome, removeRows, writeColumns } from '../../../db/queries/acts.ts'
import { alone, type Plan } from '../../../db/queries/plan.ts'
import type { Act, ActRow } from '../../../db/schema/acts.ts'
import type { OfficeCtx } from '../../context.ts'
import { type Decided, decideTakeBack } from './decide-take-back.ts'
import { ACT_TABLES, type ActTable, gathered } from './rules/act-row.ts'
import type { TakenBack } from './rules/take-back.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>
type Outcome = NonNullable<ActRow['outcome']>

/** The writes that take these rows of an act back, from the last to the first, and how many of them stay as they are. */
export async function planTakeBack(needs: Needs, act: Act, rows: ActRow[]): Promise<{ plan: Plan; kept: number }> {
  const decided = await decideTakeBack(needs, rows, act)
  const plan = alone((db) => [
    ...inOrder(act, decided).flatMap((run) => statements(db, run)),
    ...runsOf(decided, (one, other) => outcomeOf(one.taken) === outcomeOf(other.taken)).map((run) =>
      outcome(db, act, run),
    ),
  ])
  return { plan, kept: decided.filter(({ taken }) => outcomeOf(taken) !== 'taken_back').length }
}

/** An import only makes and changes rows: its removals are joined table by table, children before their parents. */
function inOrder(act: Act, decided: Decided[]): Run[] {
  if (act.kind !== 'import') return runsOf(decided, sameRemoval)
  const place = ({ row, taken }: Decided) =>
    taken.do === 'remove' ? ACT_TABLES.indexOf(row.tableName) : ACT_TABLES.length
  return runsOf(
    decided.toSorted((one, other) => place(other) - place(one)),
    sameRemoval,
  )
}

const CAME_WITH_A_CONTACT: readonly ActTable[] = [
  'contactAddresses',
  'contactCompanies',
  'taggings',
  'noteLinks',
  'activities',
]

/** The rows of a piece without those at its end whose contact is in the next piece: one is left or removed whole. */
export function wholeContacts(rows: ActRow[]): ActRow[] {
  const end = rows.findLastIndex(({ tableName, before }) => before !== null || !CAME_WITH_A_CONTACT.includes(tableName))
  return end < 0 ? rows : rows.slice(0, end + 1)
}

type Run = [Decided, ...Decided[]]

/** Neighbours that one statement serves: an import is undone a thousand rows at a time. */
function runsOf(decided: Decided[], areAlike: (one: Decided, other: Decided) => boolean): Run[] {
  const runs: Run[] = []
  for (const each of decided) {
    const run = runs.at(-1)
    if (run && areAlike(run[0], each)) run.push(each)
    else runs.push([each])
  }
  return runs
}

const sameRemoval = (one: Decided, other: Decided) =>
  one.taken.do === 'remove' && other.taken.do === 'remove' && one.row.tableName === other.row.tableName

function outcome(db: Parameters<Plan['write']>[0], { kind, officeId, id: actId }: Act, [first, ...others]: Run) {
  const { position } = first.row
  const positions = [position, ...others.map(({ row }) => row.position)]
  const from = positions.reduce((least, each) => Math.min(least, each))
  const to = positions.reduce((most, each) => Math.max(most, each))
  const place = { officeId, actId, from, to }
  // Of an import there may be a million, and each piece would look for its rows behind all that are done.
  if (kind === 'import' && outcomeOf(first.taken) === 'taken_back') return forgetRows(db, place)
  return recordOutcome(db, place, outcomeOf(first.taken))
}

function statements(db: Parameters<Plan['write']>[0], run: Run): ReturnType<Plan['write']> {
  const { row, taken, now } = run[0]
  const { officeId, tableName: table, key } = row
  switch (taken.do) {
    case 'remove':
      return [
        removeRows(
          db,
          officeId,
          table,
          run.map((each) => each.row.key),
        ),
      ]
    case 'put_back':
      return [addRow(db, officeId, table, taken.row)]
    case 'restore': {
      const readVersion = typeof now?.version === 'number' ? now.version : null
      return [writeColumns(db, officeId, { table, key, columns: gathered(now ?? {}, taken.columns), readVersion })]
    }
    default:
      return []
  }
}

function outcomeOf(taken: TakenBack): Outcome {
  if (taken.do === 'keep') return 'kept'
  return taken.do === 'restore' && taken.kept.length > 0 ? 'partly' : 'taken_back'
}
