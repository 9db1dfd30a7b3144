import { searchKey } from './text.ts'

/**
 * What the search index knows. The names of people and companies stand there for themselves. An attachment came with a
 * message, a file was put on a record by a member.
 */
export const SEARCHED_KINDS = [
  ...(['contact', 'contact_name', 'company', 'company_name', 'deal', 'task'] as const),
  ...(['message', 'attachment', 'file'] as const),
] as const
export type SearchedKind = (typeof SEARCHED_KINDS)[number]

/**
 * What stands between words, besides spaces and control characters. The migration `search` names the same characters,
 * because neither database can be asked what a letter is; a test holds both against each other.
 */
export const SEPARATORS = `!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~\t\n\r\u00a0\u2028\u3000’‘“”„–—…«»·•€£`

const escaped = SEPARATORS.replace(/[\\\]^-]/g, '\\$&')
const BETWEEN = new RegExp(`[${escaped} \\u0000-\\u001f\\u007f]+`, 'u')

/** Longer words are known by their beginning. */
const LONGEST_WORD = 40
/** Of a message; more distinct words than a novel’s chapter has. */
const MOST_WORDS = 4000

/** The folded words of a text, in their order. */
export const wordsIn = (text: string): string[] =>
  searchKey(text)
    .split(BETWEEN)
    .filter(Boolean)
    .map((word) => Array.from(word).slice(0, LONGEST_WORD).join(''))

/** The words of a long text, each once: what is kept of it for searching. */
export const textKeyOf = (...texts: string[]): string =>
  [...new Set(texts.flatMap(wordsIn))].slice(0, MOST_WORDS).join(' ')

/** Shorter words are too easily another name: Ann and Jan. */
const SHORTEST_SLIPPED = 4
/** Only the beginning of a long word is spelled in other ways, so that there are not too many. */
const HEAD_LENGTH = 7

/**
 * The beginning of a folded word as it is, and with one of its letters left out. Two words between which there is one slip
 * of the pen have one of these in common; two slips are found where they are not both in the beginning. The migration
 * `search` writes the same of each name. Empty for a word that is too short to be mistyped.
 */
export function slipsOf(word: string): string[] {
  const letters = Array.from(word)
  if (letters.length < SHORTEST_SLIPPED) return []
  const head = letters.slice(0, HEAD_LENGTH)
  const spellings = [head, ...head.map((_, at) => head.toSpliced(at, 1))]
  return [...new Set(spellings.map((spelling) => spelling.join('')))]
}

/** More words than anybody types. */
const MOST_SOUGHT = 6
const FEWEST_DIGITS = 4

/** What was typed, folded, word by word. */
export const typedWords = (typed: string): string[] => wordsIn(typed).slice(0, MOST_SOUGHT)

/** The digits of what looks like a phone number or a part of one, in whatever writing; null where it does not. */
export function phoneDigits(typed: string): string | null {
  if (!/^[+\d\s()./-]+$/.test(typed.trim())) return null
  // The zero of `+49 (0) 30` is not dialled.
  const digits = typed.replace(/^(\s*(?:\+|00)[\d\s]*)\(0\)/, '$1').replace(/\D/g, '')
  return digits.length >= FEWEST_DIGITS ? digits : null
}

/** The words that people are sought by: a phone number as one, without the zeros that only its own country dials. */
export function soughtWords(typed: string): string[] {
  const digits = phoneDigits(typed)
  return digits === null ? typedWords(typed) : [digits.replace(/^0+/, '') || digits]
}
