const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** How long something lasted, in whole hours or days. */
export function lengthInWords(ms: number): string {
  if (ms < HOUR_MS) return 'under an hour'
  return ms < DAY_MS ? counted(Math.floor(ms / HOUR_MS), 'hour') : counted(Math.floor(ms / DAY_MS), 'day')
}
