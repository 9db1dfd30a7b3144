import { oneLine } from '../../../kernel/text.ts'

/** What a text may name. The list is closed: whatever else stands between braces is refused when the text is saved. */
export const PLACEHOLDERS = [
  'name',
  'service',
  'day',
  'time',
  'with',
  'place',
  'office',
  'manageLink',
  'changeUntil',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]
export type Values = Record<Placeholder, string>

const isPlaceholder = (word: string): word is Placeholder => PLACEHOLDERS.some((name) => name === word)
/** Everything between braces, and braces that have no other. */
const BRACED = /\{([^{}]*)\}|[{}]/g

/** What is wrong with a text, in a sentence that says what to do; null when nothing is. */
export function templateProblem(text: string): string | null {
  for (const [found, word] of text.matchAll(BRACED)) {
    if (word === undefined) return `There is a “${found}” without its other half. Please remove it.`
    if (!isPlaceholder(word))
      return `“{${word}}” is not known. You can use ${PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}.`
  }
  return null
}

const namedIn = (line: string): Placeholder[] =>
  [...line.matchAll(BRACED)].flatMap(([, word]) => (word !== undefined && isPlaceholder(word) ? [word] : []))

/**
 * The text with its values. All are put in at once, so that a value with braces names nothing; each is made one line. A
 * line that is only there for values of which there are none, such as “Where: {place}”, is left out.
 */
export function filled(text: string, values: Values): string {
  const lines = text.split('\n').filter((line) => {
    const named = namedIn(line)
    return named.length === 0 || named.some((name) => plain(values[name]) !== '')
  })
  const valueAt = (found: string, word: string | undefined) =>
    word !== undefined && isPlaceholder(word) ? plain(values[word]) : found
  return lines
    .map((line) => line.replaceAll(BRACED, valueAt).trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** What is no letter of a text: it would end a header, hide something or turn the writing around. */
const plain = (value: string) =>
  oneLine(value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, ' '))
