import { rowsNow } from '../../../db/queries/acts.ts'
import { type Hanging, hangingOn } from '../../../db/queries/hanging.ts'
import type { Act, ActRow } from '../../../db/schema/acts.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Columns } from '../../kernel/columns.ts'
import { type ActTable, gathered } from './rules/act-row.ts'
import { holdsValue, idOfWhole, isWhole } from './rules/parts.ts'
import { type TakenBack, takeBack } from './rules/take-back.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>
/** What was done to a row, as an act or a preset keeps it. */
export type Done = Pick<ActRow, 'tableName' | 'key' | 'before' | 'after'>
/** How it is taken back; `heldBy` is what of others keeps a row that was made. */
export type Decided<Row extends Done = ActRow> = { row: Row; taken: TakenBack; now: Columns | null; heldBy: Hanging[] }
type Current = Map<string, Columns>
type There = { current: Current; hanging: ReadonlyMap<string, Hanging[]> }

const nameOf = (table: string, key: string[]) => `${table} ${key.join(' ')}`

/**
 * How these rows are taken back, from the last to the first. What somebody works with since stays, and with it all that
 * came with it: a contact keeps its addresses, a pipeline its stages. Rows with an id of `staying` stay whatever happens.
 */
export async function decideTakeBack<Row extends Done>(
  needs: Needs,
  rows: Row[],
  { kind, kept }: Pick<Act, 'kind' | 'kept'>,
  staying: readonly string[] = [],
): Promise<Decided<Row>[]> {
  const there = { current: await currentRows(needs, rows), hanging: await hangingRows(needs, rows) }
  return kind === 'import' ? ofImport(there, rows, kept) : ofStep(there, rows, new Set(staying))
}

/** Again until nothing more stays: a deal that stays keeps its stage, which keeps the pipeline with its other stages. */
function ofStep<Row extends Done>(there: There, rows: Row[], staying: Set<string>): Decided<Row>[] {
  const staysWith = ({ tableName, key, after }: Done) =>
    staying.has(key[0] ?? '') || staying.has(idOfWhole(tableName, after) ?? '')
  for (;;) {
    const decided = decide(there, rows, staysWith)
    const before = staying.size
    for (const { row, taken } of decided)
      if (taken.do === 'keep' && row.before === null && isWhole(row.tableName)) staying.add(row.key[0] ?? '')
    if (staying.size === before) return decided
  }
}

/** Somebody whom an import made and who stays keeps all that came with them. */
function ofImport<Row extends Done>(there: There, rows: Row[], kept: number): Decided<Row>[] {
  const again = (staying: ReadonlySet<string | undefined>) =>
    decide(
      there,
      rows,
      ({ tableName, key }) =>
        key.some((part) => staying.has(part)) ||
        // The values of an own field stand in the records: while one of them stays, so does the field.
        (tableName === 'customFields' && kept + staying.size > 0),
    )
  const first = again(new Set())
  const isNewContact = ({ row, taken }: Decided<Row>) =>
    row.tableName === 'contacts' && row.before === null && taken.do === 'keep'
  const staying = first.filter(isNewContact).map(({ row }) => row.key[0])
  return staying.length > 0 ? again(new Set(staying)) : first
}

/** How each row is taken back, when the ones before it in the list were; what was made and `staysAnyway` stays. */
function decide<Row extends Done>(
  { current, hanging }: There,
  rows: Row[],
  staysAnyway: (row: Done) => boolean,
): Decided<Row>[] {
  const rest: Current = new Map(current)
  const removed = new Set<string>()
  const isGone = ({ on, table, column, key }: Hanging) => {
    const name = nameOf(table, key)
    const row = rest.get(name)
    return removed.has(name) || (column === 'fields' && row !== undefined && !holdsValue(row, on))
  }
  return rows.map((row) => {
    const name = nameOf(row.tableName, row.key)
    const now = rest.get(name) ?? null
    const heldBy = (hanging.get(name) ?? []).filter((each) => !isGone(each))
    const taken = takeBack(row, now, heldBy.length > 0 || (row.before === null && staysAnyway(row)))
    if (taken.do === 'remove') removed.add(name)
    if (taken.do === 'remove') rest.delete(name)
    if (taken.do === 'restore' && now) rest.set(name, { ...now, ...gathered(now, taken.columns) })
    return { row, taken, now, heldBy }
  })
}

function keysByTable(rows: Done[]): Map<ActTable, string[][]> {
  const keys = new Map<ActTable, string[][]>()
  for (const { tableName, key } of rows) keys.set(tableName, [...(keys.get(tableName) ?? []), key])
  return keys
}

async function currentRows({ db, officeId }: Needs, rows: Done[]): Promise<Current> {
  const found: Current = new Map()
  for (const [table, keys] of keysByTable(rows))
    for (const [key, row] of await rowsNow(db, officeId, table, keys)) found.set(nameOf(table, key.split(' ')), row)
  return found
}

/** What hangs on the rows that were made: whatever is not removed with them keeps them. */
async function hangingRows({ db, officeId }: Needs, rows: Done[]): Promise<Map<string, Hanging[]>> {
  const made = keysByTable(rows.filter(({ before }) => before === null))
  const asked = [...made].map(async ([table, keys]) => {
    const ids = keys.filter((key) => key.length === 1).flat()
    const hanging = ids.length === 0 ? [] : await hangingOn(db, officeId, table, ids)
    return hanging.map((each) => [nameOf(table, [each.on]), each] as const)
  })
  const found = new Map<string, Hanging[]>()
  for (const [name, each] of (await Promise.all(asked)).flat()) found.set(name, [...(found.get(name) ?? []), each])
  return found
}
