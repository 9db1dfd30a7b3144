/** The middle of some measurements, and the quarter below and above which the outer ones lie. */
export type Spread = { median: number; lower: number; upper: number }

/** The value below which this share (0 to 1) of the numbers lies, interpolated between neighbours. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('There is nothing in the middle of no measurements.')
  return below + (above - below) * (place - Math.floor(place))
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

export const spreadOf = (numbers: readonly number[]): Spread => ({
  median: median(numbers),
  lower: quantile(numbers, 0.25),
  upper: quantile(numbers, 0.75),
})

/** The distance between the quarters as a share of the median. */
export const relativeSpread = ({ median, lower, upper }: Spread): number => (upper - lower) / median
