import { decimalsOf } from '../../worker/kernel/currencies.ts'

/** Whole minor units in the currency's own writing; cents are left out where there are none. */
export function inMoney(minor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const amount = minor / 10 ** decimals
  // Said in numbers, because what a browser takes for the decimals of a currency differs from how we count it.
  const shown = { minimumFractionDigits: Number.isInteger(amount) ? 0 : decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(undefined, { style: 'currency', currency, ...shown }).format(amount)
}
