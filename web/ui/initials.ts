const HUES = 360
const FACTOR = 31

/** The first letters of the first and the last word, in capitals; `?` where a name holds no letter. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const first = words.at(0)
  if (!first) return '?'
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [first, last]
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

/** A hue from 0 to 359 that is the same for the same name. */
export function hueOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * FACTOR + (letter.codePointAt(0) ?? 0)) % HUES
  return sum
}
