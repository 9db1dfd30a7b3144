/** The letters of GSM 03.38 that take one place, and those that take two because an escape stands before them. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const ESCAPED = new Set('\f^{}\\[~]|€')

const PLACES = { 'GSM-7': { alone: 160, each: 153 }, 'UCS-2': { alone: 70, each: 67 } } as const
export type Encoding = keyof typeof PLACES

export type TextLength = {
  encoding: Encoding
  /** How many places of its encoding the text takes. */
  units: number
  /** As how many texts it is sent and paid. */
  segments: number
  /** How many places are left in the last of them. */
  left: number
}

const unitsOf = (letter: string, encoding: Encoding) =>
  encoding === 'UCS-2' ? letter.length : ESCAPED.has(letter) ? 2 : 1

/** How long a text message is. One letter that phones have no place for, such as “ž” or an emoji, makes all letters dearer. */
export function textLength(text: string): TextLength {
  const letters = [...text]
  const encoding = letters.every((letter) => BASIC.has(letter) || ESCAPED.has(letter)) ? 'GSM-7' : 'UCS-2'
  const units = letters.reduce((sum, letter) => sum + unitsOf(letter, encoding), 0)
  const { alone, each } = PLACES[encoding]
  if (units <= alone) return { encoding, units, segments: units === 0 ? 0 : 1, left: alone - units }
  return { encoding, units, ...packed(letters, encoding, each) }
}

/** A letter of two places is never split between two texts. */
function packed(letters: readonly string[], encoding: Encoding, each: number): { segments: number; left: number } {
  let segments = 1
  let used = 0
  for (const letter of letters) {
    const size = unitsOf(letter, encoding)
    if (used + size > each) {
      segments += 1
      used = 0
    }
    used += size
  }
  return { segments, left: each - used }
}
