import { type Minor, minor, mulDiv } from '../../../kernel/money.ts'
import type { Adjustment } from './document.ts'
import { PERCENT_DECIMALS, quoted, readNumber, refused, WHOLE } from './read-number.ts'

/** Where an adjustment stands, and what it is taken from or added to. */
export type Where = { place: string; decimals: number; base: Minor }

/**
 * What a discount or charge comes to, rounded on its own: below zero for a discount of a base above zero. A percentage is
 * always of the same base, however many adjustments there are, so that their order does not matter. Refused are both an
 * amount and a percentage or neither, what is negative, and a discount of more than 100 %. An amount may be larger than
 * its base: what that leaves is below zero, and whether it may be issued is not for arithmetic to say.
 */
export function adjustmentAmount(adjustment: Adjustment, { place, decimals, base }: Where): Minor {
  const { kind, amount, percent } = adjustment
  if ((amount === undefined) === (percent === undefined))
    throw refused(place, `a ${kind} needs either an amount or a percentage.`)
  const size =
    amount === undefined
      ? mulDiv(base, readShare(kind, percent ?? '', place), WHOLE)
      : minor(readPositive(amount, decimals, place, `the ${kind}`))
  return kind === 'discount' ? minor(-size) : size
}

function readShare(kind: Adjustment['kind'], percent: string, place: string): bigint {
  const share = readPositive(percent, PERCENT_DECIMALS, place, `the percentage of the ${kind}`)
  if (kind === 'discount' && share > WHOLE) throw refused(place, `a discount of ${percent} % is more than the whole.`)
  return share
}

function readPositive(text: string, decimals: number, place: string, what: string): bigint {
  const number = readNumber(text, decimals, place, what)
  if (number >= 0n) return number
  throw refused(place, `${what} ${quoted(text)} is negative. A discount takes away, a charge adds.`)
}
