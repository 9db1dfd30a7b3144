import { addRow, forgetRows, recordOutcome, removeRows, rowsNow, writeColumns } from '../../../db/queries/acts.ts'
import { type Hanging, hangingOn } from '../../../db/queries/hanging.ts'
import { alone, type Plan } from '../../../db/queries/plan.ts'
import type { Act, ActRow } from '../../../db/schema/acts.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Columns } from '../../kernel/columns.ts'
import { ACT_TABLES, type ActTable, gathered } from './rules/act-row.ts'
import { type TakenBack, takeBack } from './rules/take-back.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>
type Outcome = NonNullable<ActRow['outcome']>
type Current = Map<string, Columns>

const nameOf = (table: string, key: string[]) => `${table} ${key.join(' ')}`

/** The writes that take these rows of an act back, from the last to the first, and how many of them stay as they are. */
export async function planTakeBack(needs: Needs, act: Act, rows: ActRow[]): Promise<{ plan: Plan; kept: number }> {
  const there = { current: await currentRows(needs, rows), hanging: await hangingRows(needs, rows) }
  const first = decide(there, act, rows, new Set())
  // Somebody whom an import made and who stays keeps all that came with them.
  const staying = first
    .filter(({ row, taken }) => isNewContact(row) && taken.do === 'keep')
    .map(({ row }) => row.key[0])
  const decided = act.kind === 'import' && staying.length > 0 ? decide(there, act, rows, new Set(staying)) : first
  const plan = alone((db) => [
    ...inOrder(act, decided).flatMap((run) => statements(db, run)),
    ...runsOf(decided, (one, other) => outcomeOf(one.taken) === outcomeOf(other.taken)).map((run) =>
      outcome(db, act, run),
    ),
  ])
  return { plan, kept: decided.filter(({ taken }) => outcomeOf(taken) !== 'taken_back').length }
}

const isNewContact = ({ tableName, before }: ActRow) => tableName === 'contacts' && before === null

/** How each row is taken back, when the ones before it in the list were: what hangs on `staying` contacts stays. */
function decide(
  { current, hanging }: { current: Current; hanging: ReadonlyMap<string, Hanging[]> },
  act: Act,
  rows: ActRow[],
  staying: ReadonlySet<string | undefined>,
): Decided[] {
  const rest: Current = new Map(current)
  const removed = new Set<string>()
  return rows.map((row) => {
    const name = nameOf(row.tableName, row.key)
    const now = rest.get(name) ?? null
    const stays =
      (hanging.get(name) ?? []).some(({ table, key }) => !removed.has(nameOf(table, key))) ||
      (row.before === null && row.key.some((part) => staying.has(part))) ||
      // The values of an own field stand in the records: while one of them stays, so does the field.
      (row.tableName === 'customFields' && act.kept + staying.size > 0)
    const taken = takeBack(row, now, stays)
    if (taken.do === 'remove') removed.add(name)
    if (taken.do === 'remove') rest.delete(name)
    if (taken.do === 'restore' && now) rest.set(name, { ...now, ...gathered(now, taken.columns) })
    return { row, taken, now }
  })
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

type Decided = { row: ActRow; taken: TakenBack; now: Columns | null }
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

function keysByTable(rows: ActRow[]): Map<ActTable, string[][]> {
  const keys = new Map<ActTable, string[][]>()
  for (const { tableName, key } of rows) keys.set(tableName, [...(keys.get(tableName) ?? []), key])
  return keys
}

async function currentRows({ db, officeId }: Needs, rows: ActRow[]): Promise<Current> {
  const found: Current = new Map()
  for (const [table, keys] of keysByTable(rows))
    for (const [key, row] of await rowsNow(db, officeId, table, keys)) found.set(nameOf(table, key.split(' ')), row)
  return found
}

/** What hangs on the rows that the act made: whatever is not removed with them keeps them. */
async function hangingRows({ db, officeId }: Needs, rows: ActRow[]): Promise<Map<string, Hanging[]>> {
  const found = new Map<string, Hanging[]>()
  for (const [table, keys] of keysByTable(rows.filter(({ before }) => before === null))) {
    const ids = keys.filter((key) => key.length === 1).flat()
    if (ids.length === 0) continue
    for (const each of await hangingOn(db, officeId, table, ids)) {
      const name = nameOf(table, [each.on])
      found.set(name, [...(found.get(name) ?? []), each])
    }
  }
  return found
}
