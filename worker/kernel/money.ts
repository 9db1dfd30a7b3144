/** How many decimals a currency has (ISO 4217), as the platform knows it. */
const decimalsOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/**
 * A decimal string such as `1250.5` in the smallest unit of the currency, or null where it is no amount, has more
 * decimals than the currency, or leaves the safe whole numbers.
 */
export function minorUnits(decimal: string, currency: string): number | null {
  const match = /^(\d{1,15})(?:\.(\d{1,4}))?$/.exec(decimal.trim())
  if (!match) return null
  const decimals = decimalsOf(currency)
  const fraction = (match[2] ?? '').padEnd(decimals, '0')
  if (fraction.length > decimals && /[1-9]/.test(fraction.slice(decimals))) return null
  const minor = Number(`${match[1]}${fraction.slice(0, decimals)}`)
  return Number.isSafeInteger(minor) ? minor : null
}

/** Whole minor units as a decimal string with all the decimals of the currency, such as `12.50`. */
export function decimalOf(minor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  return (minor / 10 ** decimals).toFixed(decimals)
}
