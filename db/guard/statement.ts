import { isName, type Piece, piecesOf, reading, separated, UnguardedQuery } from './pieces.ts'
import { pinsOf } from './pins.ts'
import { clausesOf, insist, type Pinned, type Reading, readExpression, readSelect, tableIn } from './select.ts'

const UPDATE_CLAUSES = new Set(['update', 'set', 'from', 'where', 'returning'])
const DELETE_CLAUSES = new Set(['delete', 'from', 'where', 'returning'])
const NOTHING_PINNED: Pinned = new Set()

/**
 * The positions of the values, from 0, that must be the office's id, so that the statement can neither see nor touch a
 * row of another office. Throws for a statement of which that cannot be shown.
 * @param tables the names of all tables of an office, in double quotes
 */
export function officePositions(sql: string, tables: ReadonlySet<string>): number[] {
  const reader: Reading = { tables, positions: new Set() }
  const pieces = piecesOf(sql)
  const verb = pieces[0]?.text
  if (verb === 'select') readSelect(reader, pieces, NOTHING_PINNED)
  else if (verb === 'insert') readInsert(reader, pieces)
  else if (verb === 'update') readChange(reader, pieces, UPDATE_CLAUSES, 'update set where')
  else if (verb === 'delete') readChange(reader, pieces, DELETE_CLAUSES, 'delete from where')
  else throw new UnguardedQuery('it neither selects, inserts, updates nor deletes')
  return [...reader.positions]
}

function readChange(reader: Reading, pieces: Piece[], words: ReadonlySet<string>, shape: string) {
  const clauses = clausesOf(pieces, words)
  const found = clauses.map(({ word }) => word).join(' ')
  if (found !== shape && found !== `${shape} returning`) throw new UnguardedQuery(`its shape is “${found}”`)
  const of = (word: string) => clauses.find((clause) => clause.word === word)?.pieces ?? []
  const table = tableIn(reader, [...of('from'), ...of('update')])
  const pinned = insist(reader, [table], pinsOf(of('where')), NOTHING_PINNED)
  if (of('delete').length > 0) throw new UnguardedQuery('something stands between “delete” and “from”')
  if (shape.includes('set')) refuseOffice(of('set'))
  for (const word of ['set', 'where', 'returning']) readExpression(reader, of(word), pinned)
}

/** A row stays in its office. */
function refuseOffice(assignments: Piece[]) {
  for (const [column, equals] of separated(assignments, ','))
    if (!isName(column) || equals?.text !== '=' || isOfficeId(column))
      throw new UnguardedQuery(`it sets ${column?.text ?? 'nothing'}`)
}

/** SQLite does not tell upper case from lower. */
const isOfficeId = (piece: Piece) => piece.text.toLowerCase() === '"office_id"'

function readInsert(reader: Reading, pieces: Piece[]) {
  const [, into, table, columns, values, ...rest] = pieces
  if (into?.text === 'into' && table && columns?.inside && values?.text === 'select')
    return readInsertedList(reader, table, columns.inside, rest)
  if (into?.text !== 'into' || !table || !columns?.inside || values?.text !== 'values')
    throw new UnguardedQuery('it inserts something else than values')
  const name = tableIn(reader, [table])
  const end = rest.findIndex((piece) => piece.text !== ',' && !piece.inside)
  const rows = separated(end < 0 ? rest : rest.slice(0, end), ',')
  const column = officeColumn(columns.inside)
  for (const [row] of rows) {
    const [value, ...more] = separated(row?.inside ?? [], ',')[column] ?? []
    if (!value || value.position === null || more.length > 0) throw new UnguardedQuery('a row has no office')
    reader.positions.add(value.position)
  }
  for (const row of rows) readExpression(reader, row, NOTHING_PINNED)
  if (end >= 0) readAfterRows(reader, rest.slice(end), new Set([name]))
}

/**
 * Many rows that were bound as one list: each column is a part of a row in the list, but for the office, which is a value
 * of its own. Nothing else may be selected, so that no row can come from a table or name another office.
 */
function readInsertedList(reader: Reading, table: Piece, columns: Piece[], rest: Piece[]) {
  tableIn(reader, [table])
  const [selected = [], after = []] = separated(rest, 'from')
  const [list, brackets, where, always, ...end] = after
  const items = separated(selected, ',')
  const office = officeColumn(columns)
  const [value, ...more] = items[office] ?? []
  if (!value || value.position === null || more.length > 0) throw new UnguardedQuery('a list of rows has no office')
  const others = items.filter((_, at) => at !== office)
  const isPart = (item: Piece[]) => item.length === 2 && item[0]?.text === 'json_extract' && isPartOf(item[1])
  const isList = list?.text === 'json_each' && brackets?.inside?.length === 1 && brackets.inside[0]?.position !== null
  const isWhole = items.length === separated(columns, ',').length && where?.text === 'where' && always?.text === 'true'
  if (!isList || !isWhole || !others.every(isPart)) throw new UnguardedQuery('it inserts something else than a list')
  if (end.length > 0 && reading(end) !== 'on conflict do nothing')
    throw new UnguardedQuery('something else follows its list')
  reader.positions.add(value.position)
}

const isPartOf = (brackets: Piece | undefined) => reading(brackets?.inside ?? []) === "value , ''"

function officeColumn(columns: Piece[]): number {
  const names = separated(columns, ',').map(([name]) => name)
  const found = names.flatMap((name, n) => (name && isOfficeId(name) ? [n] : []))
  const [column, ...more] = found
  if (column === undefined || more.length > 0) throw new UnguardedQuery('it does not name the office once')
  return column
}

/** A conflict on a key without the office could be with a row of another office, which must not be changed. */
function readAfterRows(reader: Reading, pieces: Piece[], pinned: Pinned) {
  const [conflict = [], returned = []] = separated(pieces, 'returning')
  readExpression(reader, returned, pinned)
  const target = conflict[2]?.inside
  const said = reading(conflict)
  if (said === '' || said === 'on conflict do nothing' || said === 'on conflict ( do nothing') return
  if (!said.startsWith('on conflict ( do update set ') || !target?.some(isOfficeId))
    throw new UnguardedQuery('its conflict is not within one office')
  const [assignments = [], condition = []] = separated(conflict.slice(6), 'where')
  refuseOffice(assignments)
  for (const expression of [assignments, condition]) readExpression(reader, expression, pinned)
}
