import { decimalText, sum } from '../../../kernel/money.ts'
import type { Taxed } from './document.ts'
import { PERCENT_DECIMALS, quoted, readNumber, refused } from './read-number.ts'

/** A tax as it is due on a line. */
export type Tax = {
  /** The same for every way of writing the same tax. */
  key: string
  category: string
  /** In parts per million, the highest first: mostly one, several where they are due side by side. */
  rates: readonly bigint[]
}

/** Categories of EN 16931 in which no tax is due: zero-rated, exempt, reverse charge, intra-community, export, out of scope. */
const WITHOUT_TAX: readonly string[] = ['Z', 'E', 'AE', 'K', 'G', 'O']

/**
 * The tax that a line or an adjustment names. Refused are a line without a category (BR-CO-4), a rate that is negative,
 * the same rate twice, and any rate but 0 in a category without tax (BR-Z-5, BR-E-5 and so on).
 */
export function readTax({ taxCategory, taxRate }: Taxed, place: string): Tax {
  if (taxCategory.trim() === '') throw refused(place, 'a tax category is missing.')
  const rates = taxRate.split('+').map((text) => readNumber(text, PERCENT_DECIMALS, place, 'the tax rate'))
  rates.sort((a, b) => (a > b ? -1 : 1))
  if (rates.some((rate) => rate < 0n)) throw refused(place, `the tax rate ${quoted(taxRate)} is negative.`)
  if (new Set(rates).size < rates.length)
    throw refused(place, `the tax rate ${quoted(taxRate)} names one rate twice. Please add the two up.`)
  if (WITHOUT_TAX.includes(taxCategory) && sum(rates) > 0n)
    throw refused(place, `the category ${taxCategory} bears no tax, so its rate is 0 and not ${quoted(taxRate)}.`)
  return { key: `${rates.map(rateText).join('+')} ${taxCategory}`, category: taxCategory, rates }
}

/** A rate in percent, written in the shortest way: `19`, `8.875`. */
export const rateText = (rate: bigint) => decimalText(rate, PERCENT_DECIMALS).replace(/\.?0+$/, '')

/** By category, and then the highest rates first: whatever the order of the lines, taxes come in this one. */
export function compareTaxes(a: Tax, b: Tax): number {
  if (a.category !== b.category) return a.category < b.category ? -1 : 1
  const n = a.rates.findIndex((rate, n) => rate !== b.rates[n])
  return (a.rates[n] ?? -1n) > (b.rates[n] ?? -1n) ? -1 : 1
}
