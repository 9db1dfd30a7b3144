/**
 * A piece of a statement: a bare word, a name with its quotes, a sign, `?` with its position among the values (from 0),
 * or `(` with what stands between the brackets.
 */
export type Piece = { text: string; position: number | null; inside: Piece[] | null }

/** A query that cannot be shown to stay within one office. It is a fault of the code, never of who asked. */
export class UnguardedQuery extends Error {
  constructor(why: string) {
    super(`The query was not run, because ${why}.`)
    this.name = 'UnguardedQuery'
  }
}

/** Every word that may stand without quotes, a new function only when it was added here: a bare table is none of them. */
const WORDS = new Set(
  `select distinct from inner left join on where group by having order asc desc limit offset
  insert into values on conflict do nothing update set delete returning
  and or not is null in exists like escape case when then else end as cast integer
  count sum coalesce substr lower json_each json_extract match value true false`.split(/\s+/),
)

/** A name may not hold a quote, and neither a minus nor a stroke may begin a comment. */
const NEXT =
  /\s*(?:("[^"]+")(?!")|('(?:[^']|'')*')|([a-z_]+)|(\d+(?:\.\d+)?)|(\?)(?!\d)|([(),.=+*]|<[=>]?|>=?|-(?!-)|\/(?!\*)))/y

/** Takes a statement apart. Refused: comments, numbered values, bare names, and every sign that is not needed. */
export function piecesOf(sql: string): Piece[] {
  const open: Piece[][] = [[]]
  let position = 0
  NEXT.lastIndex = 0
  const end = sql.trimEnd().length
  while (NEXT.lastIndex < end) {
    const at = NEXT.lastIndex
    const [, name, literal, word, number, value, sign] = NEXT.exec(sql) ?? []
    const text = name ?? word ?? value ?? sign ?? (literal || number ? "''" : '')
    if (text === '' || (word && !WORDS.has(word)))
      throw new UnguardedQuery(`“${sql.slice(at, at + 20)}” is unknown in it`)
    if (sign === ')') open.pop()
    else add(open, { text, position: value ? position++ : null, inside: sign === '(' ? [] : null })
  }
  const [whole, ...unclosed] = open
  if (!whole || unclosed.length > 0) throw new UnguardedQuery('its brackets do not match')
  return whole
}

function add(open: Piece[][], piece: Piece) {
  const level = open.at(-1)
  if (!level) throw new UnguardedQuery('its brackets do not match')
  level.push(piece)
  if (piece.inside) open.push(piece.inside)
}

/** The pieces between the signs or words of this text; brackets are not looked into. */
export function separated(pieces: Piece[], by: string): Piece[][] {
  const parts: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.text === by) parts.push([])
    else parts.at(-1)?.push(piece)
  }
  return parts
}

/** How a few pieces read, without what stands in brackets. */
export const reading = (pieces: Piece[]) => pieces.map((piece) => piece.text).join(' ')

export const isName = (piece: Piece | undefined): piece is Piece => piece?.text.startsWith('"') === true
