import Big from 'big.js'
import type { Adjustment, Doc, Taxed } from '../../../worker/features/billing/rules/document.ts'
import type { Totals } from '../../../worker/features/billing/rules/totals.ts'

/** Enough that no quotient of the numbers of a document is mistaken for a half. */
const EXACT_DECIMALS = 60
const Exact = Big()
Exact.DP = EXACT_DECIMALS

type Group = { category: string; rates: Big[]; amount: Big }
type Row = { category: string; rate: Big; taxable: Big; tax: Big }

/**
 * The same totals in decimal fractions of a library, and not in whole numbers: a second opinion, which shares nothing
 * with what it checks. Null where an adjustment cannot be split.
 */
export function exactTotals({ currency, pricesIncludeTax, lines, adjustments = [] }: Doc): Totals | null {
  const decimals = { JPY: 0, EUR: 2, HUF: 2, KWD: 3, CLF: 4 }[currency] ?? Number.NaN
  const rounded = (number: Big) => number.round(decimals, Exact.roundHalfUp)
  const units = (number: Big) => BigInt(number.times(new Exact(10).pow(decimals)).toFixed(0))
  const worth = ({ kind, amount, percent }: Adjustment, base: Big) =>
    rounded(amount === undefined ? base.times(percent ?? '').div(100) : new Exact(amount)).times(
      kind === 'discount' ? -1 : 1,
    )

  const nets = lines.map(({ quantity, unitPrice, perQuantity = '1', adjustments = [] }) => {
    const amount = rounded(new Exact(unitPrice).times(quantity).div(perQuantity))
    return adjustments.reduce((net, each) => net.plus(worth(each, amount)), amount)
  })
  const subtotal = total(nets)
  const groups: Group[] = []
  for (const [n, line] of lines.entries()) put(groups, line, nets[n]!)
  groups.sort(order)
  const ofLines = groups.map((group) => ({ ...group }))
  for (const each of adjustments) {
    const amount = worth(each, subtotal)
    const { taxCategory, taxRate } = each
    if (taxCategory !== undefined && taxRate !== undefined) put(groups, { taxCategory, taxRate }, amount)
    else if (!amount.eq(0)) {
      const shares = split(amount, ofLines, decimals)
      if (!shares) return null
      for (const [n, share] of shares.entries()) groups[n]!.amount = groups[n]!.amount.plus(share)
    }
  }
  const rows: Row[] = []
  const rowOf = (category: string, rate: Big): Row => {
    const known = rows.find((row) => row.category === category && row.rate.eq(rate))
    const row = known ?? { category, rate, taxable: new Exact(0), tax: new Exact(0) }
    if (!known) rows.push(row)
    return row
  }
  let net = new Exact(0)
  for (const { category, rates, amount } of groups) {
    const taxable = pricesIncludeTax ? rounded(amount.div(total(rates).div(100).plus(1))) : amount
    const tax = amount.minus(taxable)
    const parts = rates.length === 1 || tax.eq(0) ? [] : largest(tax, rates, decimals)
    net = net.plus(taxable)
    for (const [n, rate] of rates.entries()) {
      const row = rowOf(category, rate)
      row.taxable = row.taxable.plus(taxable)
      row.tax = row.tax.plus(parts[n] ?? tax)
    }
  }
  if (!pricesIncludeTax) for (const row of rows) row.tax = rounded(row.taxable.times(row.rate).div(100))
  const tax = total(rows.map((row) => row.tax))
  rows.sort((a, b) => (a.category < b.category ? -1 : a.category > b.category ? 1 : b.rate.cmp(a.rate)))
  return {
    lineNets: nets.map(units),
    ...{ subtotal: units(subtotal), net: units(net), tax: units(tax), total: units(net.plus(tax)) },
    taxes: rows.map(({ category, rate, taxable, tax }) => ({
      ...{ category, rate: rate.toFixed(), taxable: units(taxable), tax: units(tax) },
    })),
  }
}

const total = (numbers: readonly Big[]) => numbers.reduce((sum, number) => sum.plus(number), new Exact(0))

function put(groups: Group[], { taxCategory: category, taxRate }: Taxed, amount: Big) {
  const rates = taxRate.split('+').map((rate) => new Exact(rate))
  rates.sort((a, b) => b.cmp(a))
  const same = (group: Group) =>
    group.category === category && group.rates.map(Number).join() === rates.map(Number).join()
  const known = groups.find(same)
  if (known) known.amount = known.amount.plus(amount)
  else groups.push({ category, rates, amount })
}

function order(a: Group, b: Group): number {
  if (a.category !== b.category) return a.category < b.category ? -1 : 1
  for (const [n, rate] of a.rates.entries()) {
    const other = b.rates[n]
    if (!other?.eq(rate)) return other?.gt(rate) ? 1 : -1
  }
  return 1
}

function split(amount: Big, groups: readonly Group[], decimals: number): Big[] | null {
  if (groups.length === 1) return [amount]
  const weights = groups.map((group) => group.amount)
  const all = total(weights)
  const isMixed = weights.some((weight) => weight.lt(0)) && weights.some((weight) => weight.gt(0))
  if (all.eq(0) || (isMixed && amount.abs().gt(all.abs()))) return null
  return largest(amount, weights, decimals)
}

/** Everybody gets what is due, rounded down; then, unit by unit, whoever is furthest from it gets one more. */
function largest(amount: Big, weights: readonly Big[], decimals: number): Big[] {
  const all = total(weights)
  const due = weights.map((weight) => amount.abs().times(weight).div(all))
  const unit = new Exact(10).pow(-decimals)
  const shares = due.map((share) => {
    const down = share.round(decimals, Exact.roundDown)
    return down.gt(share) ? down.minus(unit) : down
  })
  while (total(shares).lt(amount.abs())) {
    const missing = due.map((share, n) => share.minus(shares[n]!))
    const most = missing.reduce((most, each, n) => (each.gt(missing[most]!) ? n : most), 0)
    shares[most] = shares[most]!.plus(unit)
  }
  return shares.map((share) => (amount.lt(0) ? share.times(-1) : share))
}
