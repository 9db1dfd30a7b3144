import { breakdown } from './breakdown.ts'
import type { Doc } from './document.ts'

/** Amounts are in the smallest unit of the currency. */
export type Totals = {
  /** What each line comes to after its own discounts and charges, in the document's prices: with tax if they include it. */
  lineNets: bigint[]
  /** The sum of `lineNets`. */
  subtotal: bigint
  /** What is to be paid without tax: the sum of what is taxable. */
  net: bigint
  tax: bigint
  /** `net` and `tax`. */
  total: bigint
  /** By category, then the highest rate first. Rates are in percent and in the shortest writing: `19`, `8.875`. */
  taxes: { category: string; rate: string; taxable: bigint; tax: bigint }[]
}

/**
 * What a document comes to. Server, screen, PDF and electronic invoice all count with this, so that they agree to the
 * cent. Throws a Refusal that says which line cannot be counted and why; see `breakdown`.
 */
export function totals(doc: Doc): Totals {
  const { lines, subtotal, net, tax, total, taxes } = breakdown(doc)
  return { lineNets: lines.map((line) => line.net), subtotal, net, tax, total, taxes }
}
