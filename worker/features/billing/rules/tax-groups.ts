import { type Minor, minor } from '../../../kernel/money.ts'
import { compareTaxes, type Tax } from './read-tax.ts'

/** An amount, in the document's prices, and the tax that is due on it. */
export type TaxedAmount = { tax: Tax; amount: Minor }

/** One amount for each tax, in an order that the lines have no part in. */
export function taxGroups(amounts: Iterable<TaxedAmount>): TaxedAmount[] {
  const groups = new Map<string, TaxedAmount>()
  for (const { tax, amount } of amounts)
    groups.set(tax.key, { tax, amount: minor((groups.get(tax.key)?.amount ?? 0n) + amount) })
  return [...groups.values()].sort((a, b) => compareTaxes(a.tax, b.tax))
}
