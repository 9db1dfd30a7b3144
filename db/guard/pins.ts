import { type Piece, separated } from './pieces.ts'

/** That a table's rows are of the office: because its `office_id` is a value, or is that of another table. */
export type Pin = { table: string; position: number } | { table: string; sameAs: string }

const OFFICE_ID = '"office_id"'
/** Where one of these stands, the `and` beside it does not have to hold. */
const LOOSENING = new Set(['or', 'between', 'case'])

/** What a condition says about offices wherever it holds: its terms `"t"."office_id" = ?` and `= "u"."office_id"`. */
export function pinsOf(condition: Piece[]): Pin[] {
  const [only, ...more] = condition
  if (only?.inside && more.length === 0) return pinsOf(only.inside)
  if (condition.some((piece) => LOOSENING.has(piece.text))) return []
  const terms = separated(condition, 'and')
  return terms.length > 1 ? terms.flatMap(pinsOf) : pinsOfTerm(condition)
}

function pinsOfTerm(term: Piece[]): Pin[] {
  // A plus before a column changes nothing of the condition; it only keeps an index out of it.
  const [table, dot, column, equals, value, otherDot, otherColumn, ...more] =
    term[0]?.text === '+' ? term.slice(1) : term
  if (!table || !value || more.length > 0) return []
  if (dot?.text !== '.' || column?.text !== OFFICE_ID || equals?.text !== '=') return []
  if (value.position !== null && !otherDot) return [{ table: table.text, position: value.position }]
  if (otherDot?.text !== '.' || otherColumn?.text !== OFFICE_ID) return []
  return [
    { table: table.text, sameAs: value.text },
    { table: value.text, sameAs: table.text },
  ]
}

/** Of the tables, those whose rows can be of no other office, given those outside that already are. */
export function pinnedTables(pins: Pin[], outside: ReadonlySet<string>): Set<string> {
  const pinned = new Set(outside)
  for (let before = -1; before !== pinned.size; ) {
    before = pinned.size
    for (const pin of pins) if (!('sameAs' in pin) || pinned.has(pin.sameAs)) pinned.add(pin.table)
  }
  return pinned
}
