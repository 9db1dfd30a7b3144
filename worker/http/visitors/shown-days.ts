import { DAY_MS } from '../../kernel/time.ts'
import type { DayOffered } from './parts/times.ts'

/** As many days as fit beside each other on a phone. */
export const DAYS_SHOWN = 7
/** How much farther is looked for free times where a whole strip of days has none. */
const DAYS_AHEAD = 35

type Read = (from: string, days: number) => Promise<DayOffered[]>
type Asked = { from: string | null; day: string | null; today: string }

const shifted = (date: string, days: number) => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)

/** The days to show, and the one whose times are: the one asked for, or the first that has any. */
export async function shownDays(read: Read, { from: asked, day, today }: Asked) {
  const from = asked && asked > today ? asked : today
  const days = await read(from, DAYS_SHOWN)
  const free = days.find(({ starts }) => starts.length > 0)?.date
  const wanted = days.find(({ date }) => date === day)?.date
  const ahead = free ? [] : await read(shifted(from, DAYS_SHOWN), DAYS_AHEAD)
  const earlier = shifted(from, -DAYS_SHOWN)
  return {
    ...{ from, days, date: wanted ?? free ?? from },
    earlier: from > today ? (earlier < today ? today : earlier) : null,
    later: shifted(from, DAYS_SHOWN),
    nextFree: ahead.find(({ starts }) => starts.length > 0)?.date ?? null,
  }
}
