import { parseDecimal } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { shorten } from '../../../kernel/text.ts'

/** Prices and quantities are whole millionths. */
export const MEASURE_DECIMALS = 6
/** Percentages are whole parts per million, in which 8.875 % is exact. */
export const PERCENT_DECIMALS = 4
export const WHOLE = 1_000_000n

const SHOWN_LENGTH = 40
/** More decimals than anything here may have, to tell what is too exact from what is no number. */
const ANY_DECIMALS = 18

export const quoted = (text: string) => `“${shorten(text, SHOWN_LENGTH)}”`

/** `place` is where in the document it stands, such as `Line 3`: whoever wrote the document has to find it. */
export const refused = (place: string, why: string) => new Refusal('invalid', `${place}: ${why}`)

/** Reads a plain decimal as a whole number of 10 to the power of `-decimals`, and refuses everything else. */
export function readNumber(text: string, decimals: number, place: string, what: string): bigint {
  const number = parseDecimal(text, decimals)
  if (number !== null) return number
  if (parseDecimal(text, ANY_DECIMALS) === null)
    throw refused(place, `${what} ${quoted(text)} is not a plain number such as 12 or -3.5, or is far too long.`)
  throw refused(place, `${what} ${quoted(text)} has too many decimals: ${most(decimals)}.`)
}

const most = (decimals: number) => (decimals === 0 ? 'there can be none' : `there can be at most ${decimals}`)
