import { READ_LIMIT_CHARS } from './new-part.ts'

/** Where words stand in a text: `text.slice(start, end) === quote`. */
export type Place = { quote: string; start: number; end: number }

/** Nobody has to quote more than this to make a point, and it bounds the search. */
const QUOTE_CHARS = 600

/** The text with every run of white space as one space, and where each character of it came from. */
function collapsed(text: string): { line: string; origins: number[] } {
  const origins: number[] = []
  let line = ''
  for (let at = 0; at < text.length; at++) {
    const isSpace = /\s/.test(text.charAt(at))
    if (isSpace && line.endsWith(' ')) continue
    line += isSpace ? ' ' : text.charAt(at)
    origins.push(at)
  }
  return { line, origins }
}

/**
 * Finds quotations in a text: the first place where the words stand, letter by letter but for the white space between
 * them; null for none, for a quotation without words and for one that is far too long. Reads as much as the analyser does.
 */
export function placesIn(text: string): (quote: string) => Place | null {
  const { line, origins } = collapsed(text.slice(0, READ_LIMIT_CHARS))
  return (quote) => {
    const words = quote.length > QUOTE_CHARS ? '' : collapsed(quote).line.trim()
    const found = words === '' ? -1 : line.indexOf(words)
    const [start, last] = [origins[found], origins[found + words.length - 1]]
    if (start === undefined || last === undefined) return null
    return { quote: text.slice(start, last + 1), start, end: last + 1 }
  }
}
