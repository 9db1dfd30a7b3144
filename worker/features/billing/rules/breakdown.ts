import { decimalsOf, isCurrency } from '../../../kernel/currencies.ts'
import { type Minor, minor, sum } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { adjustmentAmount, type Where } from './adjustment-amount.ts'
import { type CountedLine, countLine } from './count-line.ts'
import type { Doc } from './document.ts'
import { quoted, refused } from './read-number.ts'
import { readTax } from './read-tax.ts'
import { spread } from './spread.ts'
import { type TaxedAmount, taxGroups } from './tax-groups.ts'
import { type TaxRow, taxRows } from './tax-rows.ts'

/** A document counted, with every amount that is shown, printed or written into an electronic invoice. */
export type Breakdown = {
  lines: CountedLine[]
  /** The sum of the lines, in the document's prices. */
  subtotal: Minor
  /** Discounts (negative) and charges of the document, in its prices, each with what it puts on each tax. */
  adjustments: { amount: Minor; shares: TaxedAmount[] }[]
  taxes: TaxRow[]
  /** Without tax. */
  net: Minor
  tax: Minor
  total: Minor
}

/**
 * Counts a document in the order of EN 16931: lines and their adjustments, adjustments of the document, and then the tax
 * on the sum of each category and rate. Those three are rounded, and nothing else is. Refused, with a sentence that says
 * where: an unknown currency, and whatever countLine, adjustmentAmount, readTax and spread refuse.
 */
export function breakdown(doc: Doc): Breakdown {
  if (!isCurrency(doc.currency))
    throw new Refusal('invalid', `${quoted(doc.currency)} is not a currency. Please name one by its code, such as EUR.`)
  const decimals = decimalsOf(doc.currency)
  const lines = doc.lines.map((line, n) => countLine(line, `Line ${n + 1}`, decimals))
  const taxed = lines.map(({ tax, net }) => ({ tax, amount: net }))
  const subtotal = sum(lines.map(({ net }) => net))
  const adjustments = adjusted(doc, { decimals, base: subtotal }, taxGroups(taxed))
  const groups = taxGroups([...taxed, ...adjustments.flatMap(({ shares }) => shares)])
  const { net, rows } = taxRows(groups, doc.pricesIncludeTax)
  const tax = sum(rows.map((row) => row.tax))
  return { lines, subtotal, adjustments, taxes: rows, net, tax, total: minor(net + tax) }
}

type Whole = Omit<Where, 'place'>

function adjusted({ adjustments = [] }: Doc, whole: Whole, groups: readonly TaxedAmount[]): Breakdown['adjustments'] {
  return adjustments.map((adjustment, n) => {
    const { kind, taxCategory, taxRate } = adjustment
    const place = `Discount or charge ${n + 1} on the whole`
    const amount = adjustmentAmount(adjustment, { ...whole, place })
    if (taxCategory === undefined && taxRate === undefined) return { amount, shares: spread(amount, groups, place) }
    if (taxCategory === undefined || taxRate === undefined)
      throw refused(place, `a ${kind} with a tax of its own needs both its category and its rate.`)
    return { amount, shares: [{ tax: readTax({ taxCategory, taxRate }, place), amount }] }
  })
}
