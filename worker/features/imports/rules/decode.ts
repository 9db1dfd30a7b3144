import { readAs } from '../../inbox/rules/oem-code-pages.ts'

/** What a file of an office is written in. The order decides where two read it equally well. */
const ONE_BYTE = ['windows-1252', 'macintosh', 'windows-1250', 'windows-1251', 'ibm850'] as const
export type OneByte = (typeof ONE_BYTE)[number]
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | OneByte

const FREQUENT = new Set('äöüßéÄÖÜ')
const COMMON = new Set('èêàáâçíóôñúûîëïœæøåãõÉÈÀÁÅØÇ')
/** What stands within words and is no letter. */
const WITHIN_WORDS = new Set('’´‘')
const BYTE_OF = /[\uf780-\uf7ff]/g

/** What the start of a file is written in: by its mark, by its zeros, as UTF-8, or as what makes words of its letters. */
export function detectEncoding(sample: Uint8Array): Encoding {
  const [first, second] = sample
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Text of western letters has a zero in every other byte of UTF-16.
  if (odd > sample.length / 4 && even < odd / 4) return 'utf-16le'
  if (even > sample.length / 4 && odd < even / 4) return 'utf-16be'
  return isUtf8(sample) ? 'utf-8' : likeliest(sample, 'windows-1252')
}

/** A row as text; null where it is not UTF-8 throughout and must be read cell by cell. */
export function asUtf8(bytes: Uint8Array): string | null {
  try {
    return STRICT.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A row with every byte kept apart, so that it can be taken into cells before anybody knows how they are written. */
export const asBytes = (bytes: Uint8Array): string => new TextDecoder('x-user-defined').decode(bytes)

/**
 * A cell of such a row as text. `usual` is what the file is written in: another encoding is only believed where it makes
 * words of what would be none, because several programs wrote into one file.
 */
export function cellText(cell: string, usual: Encoding): { text: string; encoding: Encoding } {
  if (cell.search(BYTE_OF) < 0) return { text: cell, encoding: usual }
  const bytes = Uint8Array.from(cell, (letter) => letter.charCodeAt(0) & 0xff)
  const text = asUtf8(bytes)
  if (text !== null) return { text, encoding: 'utf-8' }
  const encoding = likeliest(bytes, isOneByte(usual) ? usual : 'windows-1252')
  return { text: decodedAs(encoding, bytes), encoding }
}

const isOneByte = (encoding: Encoding): encoding is OneByte => ONE_BYTE.some((each) => each === encoding)

/** Bytes as text in an encoding of one byte a letter. */
export const decodedAs = (encoding: OneByte, bytes: Uint8Array): string =>
  encoding === 'ibm850' ? readAs('ibm850', asBytes(bytes)) : new TextDecoder(encoding).decode(bytes)

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // The end of the sample may cut a letter in two.
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function likeliest(bytes: Uint8Array, usual: OneByte): OneByte {
  const order = [usual, ...ONE_BYTE.filter((each) => each !== usual)]
  const scored = order.map((encoding) => ({ encoding, score: wordlikeness(decodedAs(encoding, bytes)) }))
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).encoding
}

const LETTER = /\p{L}/u
const FOREIGN = /[^\p{ASCII}]/gu

/** How much the letters beyond ASCII look as if they belonged into their words. */
function wordlikeness(text: string): number {
  let score = 0
  for (const found of text.matchAll(FOREIGN)) {
    const [before, after] = [text[found.index - 1] ?? ' ', text[found.index + found[0].length] ?? ' ']
    score += fitOf(found[0], before, after)
  }
  return score
}

function fitOf(letter: string, before: string, after: string): number {
  const isInside = LETTER.test(before) || LETTER.test(after)
  if (!LETTER.test(letter)) return /\p{C}/u.test(letter) ? -5 : isInside && !WITHIN_WORDS.has(letter) ? -3 : 0
  if (/\p{Script=Cyrillic}/u.test(letter)) return /[a-z]/i.test(before + after) ? -3 : 2
  // A capital within a word of small letters.
  if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) return -3
  const isCrowded = /[^\p{ASCII}]/u.test(before) && before !== 'ß' && letter !== 'ß'
  const weight = FREQUENT.has(letter) ? 3 : COMMON.has(letter) ? 2 : /\p{Script=Latin}/u.test(letter) ? 1 : -1
  return isCrowded ? -1 : weight
}
