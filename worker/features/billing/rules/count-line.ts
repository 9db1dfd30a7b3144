import { type Minor, minor, mulDiv, sum } from '../../../kernel/money.ts'
import { adjustmentAmount } from './adjustment-amount.ts'
import type { Line } from './document.ts'
import { MEASURE_DECIMALS, quoted, readNumber, refused, WHOLE } from './read-number.ts'
import { readTax, type Tax } from './read-tax.ts'

/** A line counted, in the document's prices, with tax or without. */
export type CountedLine = {
  /** Price × quantity. */
  amount: Minor
  /** What each adjustment adds, in their order; a discount is negative. */
  adjustments: Minor[]
  net: Minor
  tax: Tax
}

/**
 * Counts one line: price × quantity ÷ base quantity is rounded once, and so is each adjustment. Refused are a negative
 * price (BR-27: a return is a negative quantity) and a base quantity that is not above zero.
 */
export function countLine(line: Line, place: string, decimals: number): CountedLine {
  const quantity = readNumber(line.quantity, MEASURE_DECIMALS, place, 'the quantity')
  const price = readNumber(line.unitPrice, MEASURE_DECIMALS, place, 'the unit price')
  const per = readNumber(line.perQuantity ?? '1', MEASURE_DECIMALS, place, 'the quantity of the price')
  if (price < 0n)
    throw refused(
      place,
      `the unit price ${quoted(line.unitPrice)} is negative. For a return, make the quantity negative.`,
    )
  if (per <= 0n)
    throw refused(place, `the price is for a quantity of ${quoted(line.perQuantity ?? '')}, which must be above 0.`)
  const amount = mulDiv(price * quantity, 10n ** BigInt(decimals), WHOLE * per)
  const adjustments = (line.adjustments ?? []).map((each) => adjustmentAmount(each, { place, decimals, base: amount }))
  return { amount, adjustments, net: minor(amount + sum(adjustments)), tax: readTax(line, place) }
}
