import { slips } from '../../contacts/rules/similar-names.ts'

const SHORTEST_SLIPPED = 4
const LONG = 7

/**
 * How far a folded name is from the words: the slips between each word and the nearest word of the name, of which only the
 * beginning counts while it is being typed. Null: too far to be meant.
 */
export function distance(nameKey: string, words: readonly string[]): number | null {
  const names = nameKey.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  let sum = 0
  for (const word of words) {
    const nearest = Math.min(
      ...names.map((name) => Math.min(slips(name, word), slips(name.slice(0, word.length), word))),
    )
    if (nearest > (word.length > LONG ? 2 : word.length >= SHORTEST_SLIPPED ? 1 : 0)) return null
    sum += nearest
  }
  return sum
}
