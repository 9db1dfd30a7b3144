const WEEK = 7
/** More bars than these are too thin to be hit with a finger. */
const MOST_BARS = 31

export type Bar = { from: string; until: string; count: number }

/**
 * Bars for these days in a row, each with the count of its day; of many days, for weeks, of which the first may be
 * shorter. `until` is the first day after the bar.
 */
export function barsOf(days: readonly string[], counts: ReadonlyMap<string, number>, dayAfter: string): Bar[] {
  const size = days.length > MOST_BARS ? WEEK : 1
  const first = days.length % size
  const starts = days.flatMap((_, n) => (n === 0 || (n >= first && (n - first) % size === 0) ? [n] : []))
  return starts.map((start, n) => {
    const end = starts[n + 1] ?? days.length
    const inBar = days.slice(start, end)
    const count = inBar.reduce((all, day) => all + (counts.get(day) ?? 0), 0)
    return { from: days[start] ?? dayAfter, until: days[end] ?? dayAfter, count }
  })
}
