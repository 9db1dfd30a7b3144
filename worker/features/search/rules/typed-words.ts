import { searchKey } from '../../../kernel/text.ts'
import { slips } from '../../contacts/rules/similar-names.ts'

/** More words than anybody types; each is one condition of the question. */
const MOST_WORDS = 6
const PIECE_LENGTH = 3
const MOST_PIECES = 8

/** What was typed, folded, word by word. */
export const wordsOf = (typed: string): string[] => searchKey(typed).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)

const FEWEST_DIGITS = 4

/** The digits of what looks like a phone number or a part of one; null where it does not. */
export function phoneDigits(typed: string): string | null {
  if (!/^[+\d\s()./-]+$/.test(typed.trim())) return null
  const digits = typed.replace(/\D/g, '')
  return digits.length >= FEWEST_DIGITS ? digits : null
}

/** Pieces of the words of which a name with a slip in it still holds one: its first letters, its last, and between. */
export function piecesOf(words: readonly string[]): string[] {
  const pieces = words
    .filter((word) => word.length > PIECE_LENGTH)
    .flatMap((word) => [word.slice(0, PIECE_LENGTH), word.slice(-PIECE_LENGTH), word.slice(1, 1 + PIECE_LENGTH)])
  return [...new Set(pieces)].slice(0, MOST_PIECES)
}

/** The same for names of short words, which are looked for as they are: Li, Ann. */
export const searchPieces = (words: readonly string[]): string[] =>
  [...new Set([...words.filter(({ length }) => length > 1 && length <= PIECE_LENGTH), ...piecesOf(words)])].slice(
    0,
    MOST_PIECES,
  )

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
    if (nearest > (word.length > 7 ? 2 : word.length > PIECE_LENGTH ? 1 : 0)) return null
    sum += nearest
  }
  return sum
}
