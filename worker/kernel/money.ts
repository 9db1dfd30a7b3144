import { decimalsOf } from './currencies.ts'

declare const unit: unique symbol
/**
 * An amount of money: whole smallest units of a currency, such as cents. Branded, so that no price, quantity or rate,
 * which are scaled whole numbers as well, is taken for one.
 */
export type Minor = bigint & { readonly [unit]: 'minor' }

/** Says that a whole number counts smallest units of a currency. */
export function minor(units: bigint): Minor
export function minor(units: bigint): bigint {
  return units
}

export const NOTHING = minor(0n)

/** Longer numbers mean nothing in an office, and reading a number of a million digits takes seconds. */
export const MOST_WHOLE_DIGITS = 18
const MOST_DECIMALS = 18
const PLAIN = new RegExp(`^(-?)(\\d{1,${MOST_WHOLE_DIGITS}})(?:\\.(\\d{1,${MOST_DECIMALS}}))?$`)

/**
 * A plain decimal such as `-12.5` times 10 to the power of `scale`; null where it is none (`1e3`, `1,5`, `.5`, ` 1`), is
 * longer than 18 digits before or behind the point, or needs more than `scale` decimals. `1.500` needs one.
 */
export function parseDecimal(text: string, scale: number): bigint | null {
  const match = PLAIN.exec(text)
  if (!match) return null
  const [, sign, whole, decimals = ''] = match
  if (/[1-9]/.test(decimals.slice(scale))) return null
  const digits = BigInt(`${whole}${decimals.slice(0, scale).padEnd(scale, '0')}`)
  return sign === '-' ? -digits : digits
}

/** A scaled whole number as a decimal with all its `scale` decimals, such as `12.50`. */
export function decimalText(scaled: bigint, scale: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(scale + 1, '0')
  const point = digits.length - scale
  const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  return scaled < 0n ? `-${text}` : text
}

/**
 * The one way in which money is rounded: to the nearest whole number, half away from zero, so that a correction is the
 * exact opposite of what it corrects. Math.round would make -0.5 of -1.5, and so would rounding half to even.
 */
export function divide(dividend: bigint, divisor: bigint): bigint {
  const [top, bottom] = divisor < 0n ? [-dividend, -divisor] : [dividend, divisor]
  return top < 0n ? -divideUp(-top, bottom) : divideUp(top, bottom)
}

const divideUp = (top: bigint, bottom: bigint) => (2n * top + bottom) / (2n * bottom)

/** `amount × factor ÷ divisor`, rounded once. */
export const mulDiv = (amount: bigint, factor: bigint, divisor: bigint): Minor =>
  minor(divide(amount * factor, divisor))

export function sum(amounts: Iterable<bigint>): Minor {
  let whole = 0n
  for (const amount of amounts) whole += amount
  return minor(whole)
}

/**
 * Splits an amount in proportion to the weights, so that the shares sum to it exactly: what rounding down leaves over
 * goes, one unit each, to the largest remainders, and to the earlier of two that are equal. Weights may be negative but
 * not sum to zero, which would be a proportion to nothing: that is a RangeError. The shares of `-total` are the opposite
 * of those of `total`.
 */
export function allocate(total: Minor, weights: readonly bigint[]): Minor[] {
  const whole = sum(weights)
  if (whole === 0n) throw new RangeError('Nothing can be split in proportion to nothing.')
  if (total < 0n) return allocate(minor(-total), weights).map((share) => minor(-share))
  // Both signs are turned where the weights sum to less than zero, so that what is left over is never negative.
  const parts = weights.map((weight) => total * (whole < 0n ? -weight : weight))
  const divisor: bigint = whole < 0n ? -whole : whole
  const shares = parts.map((part) => floor(part, divisor))
  const remainders = parts.map((part, n) => part - (shares[n] ?? 0n) * divisor)
  const byRemainder = remainders.map((remainder, n) => ({ remainder, n })).sort(largestFirst)
  const raised = new Set(byRemainder.slice(0, Number(total - sum(shares))).map(({ n }) => n))
  return shares.map((share, n) => minor(raised.has(n) ? share + 1n : share))
}

type Remainder = { remainder: bigint; n: number }
const largestFirst = (a: Remainder, b: Remainder) =>
  a.remainder === b.remainder ? a.n - b.n : a.remainder > b.remainder ? -1 : 1

/** BigInt division cuts towards zero; below zero that is the wrong side of a floor. */
const floor = (top: bigint, bottom: bigint) => (top >= 0n ? top / bottom : -((-top + bottom - 1n) / bottom))

/** An amount as the databases take and give it; null where it is larger than a JavaScript number holds exactly. */
export function storable(amount: bigint): number | null {
  const number = Number(amount)
  return Number.isSafeInteger(number) ? number : null
}

/**
 * What somebody typed as an amount, such as `1250.5`, in the smallest unit of the currency; null where it is negative or
 * no amount, has more decimals than the currency, or leaves the safe whole numbers.
 */
export function minorUnits(decimal: string, currency: string): number | null {
  const text = decimal.trim()
  const units = text.startsWith('-') ? null : parseDecimal(text, decimalsOf(currency))
  return units === null ? null : storable(units)
}

/** Whole minor units as a decimal string with all the decimals of the currency, such as `12.50`. */
export const decimalOf = (units: bigint | number, currency: string): string =>
  decimalText(BigInt(units), decimalsOf(currency))
