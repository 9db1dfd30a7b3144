/**
 * Text folded for searching: lower case, without accents. SQLite lowers only ASCII and Postgres lowers by locale, so
 * neither is asked to; both compare what this function wrote.
 */
export const searchKey = (...parts: (string | null | undefined)[]) =>
  parts.filter(Boolean).join(' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** At most `length` UTF-16 units, never half of a surrogate pair, with an ellipsis where something was left out. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 2)) ? length - 2 : length - 1
  return `${text.slice(0, end).trimEnd()}…`
}

/** White space, line breaks included, as single spaces: one line of a list. Linear in the length of the text. */
export const oneLine = (text: string) => text.split(/\s/).filter(Boolean).join(' ')
