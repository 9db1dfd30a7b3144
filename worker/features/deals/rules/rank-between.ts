const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length

/** The digits of a rank; whatever else stands in it counts for nothing. */
const digitAt = (rank: string, at: number) => Math.max(0, DIGITS.indexOf(rank.charAt(at) || '0'))

/**
 * A rank that sorts as text after `above` and before `below`, on both databases alike: digits and lower-case letters, read
 * as a fraction. Null: there is nothing above, or nothing below. Ranks that are equal leave no room, and the answer then
 * follows both, so that nothing is lost but the exact place.
 */
export function rankBetween(above: string | null, below: string | null): string {
  const low = above ?? ''
  let high = below !== null && below > low ? below : null
  let rank = ''
  for (let at = 0; ; at++) {
    const floor = digitAt(low, at)
    const ceiling = high === null ? BASE : digitAt(high, at)
    if (ceiling - floor > 1) return rank + DIGITS.charAt(Math.floor((floor + ceiling) / 2))
    rank += DIGITS.charAt(floor)
    // The prefix is below the ceiling now, so that any digit may follow.
    if (ceiling > floor) high = null
  }
}
