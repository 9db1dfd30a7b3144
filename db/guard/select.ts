import { isName, type Piece, reading, UnguardedQuery } from './pieces.ts'
import { type Pin, pinnedTables, pinsOf } from './pins.ts'

/** What is known while a statement is read: the tables of an office, and the values that have to be its id. */
export type Reading = { tables: ReadonlySet<string>; positions: Set<number> }
/** The names of tables whose rows are known to be of the office. */
export type Pinned = ReadonlySet<string>
export type Clause = { word: string; pieces: Piece[] }

const SELECT_CLAUSES = new Set([
  'select',
  'from',
  'inner',
  'left',
  'where',
  'group',
  'having',
  'order',
  'limit',
  'offset',
])
/** Words that begin something of a statement: where one is left over, the statement has an unknown shape. */
const STRUCTURE = new Set([
  ...SELECT_CLAUSES,
  ...[
    'join',
    'on',
    'match',
    'into',
    'values',
    'conflict',
    'do',
    'nothing',
    'insert',
    'update',
    'set',
    'delete',
    'returning',
  ],
])

/** Divides a statement where one of the words stands. */
export function clausesOf(pieces: Piece[], words: ReadonlySet<string>): Clause[] {
  const clauses: Clause[] = []
  for (const piece of pieces) {
    if (words.has(piece.text)) clauses.push({ word: piece.text, pieces: [] })
    else clauses.at(-1)?.pieces.push(piece)
  }
  return clauses
}

/** The name by which a table is known in the statement. Refused: whatever is not one table of an office. */
export function tableIn(reader: Reading, pieces: Piece[]): string {
  const [table, alias, ...more] = pieces
  const isOffices = isName(table) && reader.tables.has(table.text)
  if (!isOffices || more.length > 0 || (alias && !isName(alias)))
    throw new UnguardedQuery(`“${reading(pieces)}” is not a table of an office`)
  return (alias ?? table).text
}

/** Insists that each of the tables is pinned to the office, and notes the values that pin them. */
export function insist(reader: Reading, tables: string[], pins: Pin[], outside: Pinned): Pinned {
  const others = new Set([...outside].filter((name) => !tables.includes(name)))
  const pinned = pinnedTables(pins, others)
  if (new Set(tables).size < tables.length) throw new UnguardedQuery('two of its tables have one name')
  for (const table of tables) if (!pinned.has(table)) throw new UnguardedQuery(`${table} is not held to one office`)
  for (const pin of pins) if ('position' in pin) reader.positions.add(pin.position)
  return new Set([...others, ...tables])
}

/** Reads an expression, in which there may be questions of their own. */
export function readExpression(reader: Reading, pieces: Piece[], pinned: Pinned): void {
  for (const [n, piece] of pieces.entries()) {
    if (STRUCTURE.has(piece.text)) throw new UnguardedQuery(`“${piece.text}” stands where it is not expected`)
    if (piece.text === 'in' && !pieces[n + 1]?.inside) throw new UnguardedQuery('a table follows “in”')
    if (isFoundRows(piece.inside)) continue
    if (piece.inside?.[0]?.text === 'select') readSelect(reader, piece.inside, pinned)
    else if (piece.inside) readExpression(reader, piece.inside, pinned)
  }
}

/** The row numbers that the full-text index names: it holds nothing else, and the rows are asked for their office. */
const isFoundRows = (pieces: Piece[] | null | undefined) =>
  reading(pieces ?? []) ===
  `select "rowid" from "search_index" where "search_index" match ? order by "rowid" desc limit ''`

/** Reads a question: every table in its `from` and its joins must be pinned by it, or by the question around it. */
export function readSelect(reader: Reading, pieces: Piece[], outside: Pinned): void {
  const clauses = clausesOf(pieces, SELECT_CLAUSES)
  const tables: string[] = []
  const pins: Pin[] = []
  const expressions: Piece[][] = []
  for (const { word, pieces } of clauses) {
    if (word === 'from') {
      if (!isList(pieces)) tables.push(tableIn(reader, pieces))
      else expressions.push(pieces.slice(1))
    } else if (word === 'inner' || word === 'left') {
      const joined = joinOf(reader, pieces)
      tables.push(joined.table)
      // Rows of the tables on the left stay when the condition of a left join does not hold.
      pins.push(...pinsOf(joined.on).filter((pin) => word === 'inner' || pin.table === joined.table))
      expressions.push(joined.on)
    } else {
      if (word === 'where') pins.push(...pinsOf(pieces))
      expressions.push(pieces)
    }
  }
  if (clauses.filter(({ word }) => word === 'from').length > 1) throw new UnguardedQuery('it has more than one “from”')
  const pinned = insist(reader, tables, pins, outside)
  for (const expression of expressions) readExpression(reader, expression, pinned)
}

/** A list of values that was given as one, which is no table. */
const isList = (pieces: Piece[]) => reading(pieces) === 'json_each ('

function joinOf(reader: Reading, pieces: Piece[]) {
  const at = pieces.findIndex((piece) => piece.text === 'on')
  if (pieces[0]?.text !== 'join' || at < 0) throw new UnguardedQuery('one of its joins has no condition')
  return { table: tableIn(reader, pieces.slice(1, at)), on: pieces.slice(at + 1) }
}
