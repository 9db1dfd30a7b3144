const FIRST_DELAY_MS = 1000
const LONGEST_DELAY_MS = 30_000

/**
 * How long to wait before dialling again after `failures` in a row: doubling up to half a minute. `random` in [0, 1)
 * spreads it over the upper half, so that all the screens of a desk that restarts do not come back at once.
 */
export function retryDelayMs(failures: number, random: number): number {
  const whole = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures)
  return whole / 2 + (whole / 2) * random
}
