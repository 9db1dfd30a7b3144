import { allocate, type Minor, minor, mulDiv, NOTHING, sum } from '../../../kernel/money.ts'
import { WHOLE } from './read-number.ts'
import { compareTaxes, rateText, type Tax } from './read-tax.ts'
import type { TaxedAmount } from './tax-groups.ts'

/** A row of the tax breakdown. Where several rates are due on one line, each has its row on the same amount. */
export type TaxRow = { category: string; rate: string; taxable: Minor; tax: Minor }

/** Without tax: `net`, and the tax that the prices include, one part for each rate. */
type Parted = { tax: Tax; net: Minor; parts: Minor[] }

/**
 * The net of all groups and their tax, which is rounded once for each category and rate. Prices without tax: rate ×
 * the sum of the groups. Prices with tax: the net of a group is rounded, the tax is the rest, and where several rates are
 * in it they share it by largest remainder.
 */
export function taxRows(groups: readonly TaxedAmount[], pricesIncludeTax: boolean): { net: Minor; rows: TaxRow[] } {
  const parted = groups.map(pricesIncludeTax ? taxTakenOut : withoutTax)
  const rows = new Map<string, { tax: Tax; taxable: Minor; included: Minor }>()
  for (const { tax, net, parts } of parted)
    for (const [n, rate] of tax.rates.entries()) {
      const key = `${rate} ${tax.category}`
      const row = rows.get(key) ?? { tax: { ...tax, key, rates: [rate] }, taxable: NOTHING, included: NOTHING }
      rows.set(key, { ...row, taxable: minor(row.taxable + net), included: minor(row.included + (parts[n] ?? 0n)) })
    }
  return {
    net: sum(parted.map(({ net }) => net)),
    rows: [...rows.values()]
      .sort((a, b) => compareTaxes(a.tax, b.tax))
      .map(({ tax: { category, rates }, taxable, included }) => {
        const rate = sum(rates)
        return {
          category,
          rate: rateText(rate),
          taxable,
          tax: pricesIncludeTax ? included : mulDiv(taxable, rate, WHOLE),
        }
      }),
  }
}

const withoutTax = ({ tax, amount }: TaxedAmount): Parted => ({ tax, net: amount, parts: [] })

function taxTakenOut({ tax, amount }: TaxedAmount): Parted {
  const rates = sum(tax.rates)
  const net = mulDiv(amount, WHOLE, WHOLE + rates)
  return { tax, net, parts: rates === 0n ? [] : allocate(minor(amount - net), tax.rates) }
}
