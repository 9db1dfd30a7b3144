/** How many digits the currency keeps behind the point. */
const digitsOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Whole minor units as a field for an amount wants them: `1250.50`. */
export const inDecimal = (minor: number, currency: string): string =>
  (minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency))

/** Whole minor units in the currency's own writing; cents are left out where there are none. */
export function inMoney(minor: number, currency: string): string {
  const digits = digitsOf(currency)
  const amount = minor / 10 ** digits
  const whole = Number.isInteger(amount)
  const shown = whole ? { minimumFractionDigits: 0 } : {}
  return new Intl.NumberFormat(undefined, { style: 'currency', currency, ...shown }).format(amount)
}
