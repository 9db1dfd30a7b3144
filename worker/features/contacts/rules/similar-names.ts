const MOST_SLIPS = 2
/** Shorter words are too easily another name: Ann and Jan. */
const SHORTEST_SLIPPED = 4

const wordsOf = (nameKey: string) => nameKey.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/**
 * Whether two folded names may be one person's: the same words in any order, an initial for a word, a word left out, or
 * a slip of the pen in one of them. `Weber, Mara` and `M. Weber`, `Mara Weber` and `Mara Webber`.
 */
export function areSimilar(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length)
  if (!short || !long || short.length === 0) return false
  const left = [...long]
  const whole = short.every((word) => taken(left, (each) => each === word) || taken(left, (each) => isLike(word, each)))
  // One word alone says little: another Mara is another person.
  return whole && (short.length > 1 || long.length === 1)
}

/**
 * The same of a name that is still being typed: its last word may be only the beginning of one. `Mara We` may become
 * `Mara Weber`; `Mara` alone may become anybody.
 */
export function mayBecome(typed: string, name: string): boolean {
  if (areSimilar(typed, name)) return true
  const words = wordsOf(typed)
  const begun = words.pop()
  const left = wordsOf(name)
  if (begun === undefined || begun.length < SHORTEST_BEGUN || words.length === 0) return false
  return words.every((word) => taken(left, (each) => each === word)) && left.some((each) => each.startsWith(begun))
}
const SHORTEST_BEGUN = 2

function taken(words: string[], fits: (word: string) => boolean): boolean {
  const at = words.findIndex(fits)
  if (at >= 0) words.splice(at, 1)
  return at >= 0
}

function isLike(one: string, other: string): boolean {
  if (one.length === 1 || other.length === 1) return one.charAt(0) === other.charAt(0)
  const shorter = Math.min(one.length, other.length)
  return shorter >= SHORTEST_SLIPPED && slips(one, other) <= (shorter > 7 ? MOST_SLIPS : 1)
}

/** How many letters were left out, added, mistaken or exchanged with their neighbour (Damerau and Levenshtein). */
export function slips(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  const cell = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const best = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (isSame ? 0 : 1))
      rows[i]?.push(isSwap ? Math.min(best, cell(i - 2, j - 2) + 1) : best)
    }
  }
  return cell(a.length, b.length)
}
