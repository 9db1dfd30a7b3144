import type { DateWindow, WeekWindow } from './windows.ts'

const MINUTES_PER_HOUR = 60
const DAY_MINUTES = 24 * MINUTES_PER_HOUR
const WEEK_MINUTES = 7 * DAY_MINUTES
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** As a member writes it: hours that go on after midnight say so, because otherwise two times were mixed up. */
export type Written<Window> = Window & { overMidnight: boolean }
export type Checked<Window> = { ok: true; windows: Window[] } | { ok: false; why: string }

const minutesOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * MINUTES_PER_HOUR + minutes
}

/** Why this one stretch cannot be, or null. */
function faultIn(name: string, start: string, end: string, overMidnight: boolean): string | null {
  if (start === '24:00') return `${name} starts at 24:00. Please let it start at 00:00 of the next day.`
  const endsLater = minutesOf(end) > minutesOf(start)
  if (!endsLater && !overMidnight)
    return `${name} from ${start} to ${end} ends before it starts. If it goes on after midnight, please say so.`
  if (endsLater && overMidnight) return `${name} from ${start} to ${end} would last for more than a day.`
  return null
}

type Stretch = { name: string; from: number; to: number }

function overlapIn(stretches: readonly Stretch[]): string | null {
  const sorted = stretches.toSorted((a, b) => a.from - b.from)
  for (const [at, stretch] of sorted.entries()) {
    const next = sorted[at + 1]
    if (next && next.from < stretch.to) return `${stretch.name} and ${next.name} overlap.`
  }
  // The last of the week may reach into its beginning.
  const [first, last] = [sorted[0], sorted.at(-1)]
  const reaches = first && last && first !== last && last.to > first.from + WEEK_MINUTES
  return reaches ? `${last.name} and ${first.name} overlap.` : null
}

const lengthOf = (start: string, end: string) => {
  const minutes = minutesOf(end) - minutesOf(start)
  return minutes > 0 ? minutes : minutes + DAY_MINUTES
}

/** Weekly hours, in order; or in one sentence why they cannot be. */
export function checkWeek(written: readonly Written<WeekWindow>[]): Checked<WeekWindow> {
  for (const { day, start, end, overMidnight } of written) {
    const why = faultIn(DAYS[day] ?? '', start, end, overMidnight)
    if (why) return { ok: false, why }
  }
  const windows = written
    .map(({ day, start, end }) => ({ day, start, end }))
    .toSorted((a, b) => a.day - b.day || minutesOf(a.start) - minutesOf(b.start))
  const stretches = windows.map(({ day, start, end }) => {
    const from = day * DAY_MINUTES + minutesOf(start)
    return { name: `${DAYS[day]} ${start} to ${end}`, from, to: from + lengthOf(start, end) }
  })
  const why = overlapIn(stretches)
  return why ? { ok: false, why } : { ok: true, windows }
}

/** The hours of one date, in order; or in one sentence why they cannot be. */
export function checkDate(
  date: string,
  written: readonly { start: string; end: string; overMidnight: boolean }[],
): Checked<DateWindow> {
  for (const { start, end, overMidnight } of written) {
    const why = faultIn(date, start, end, overMidnight)
    if (why) return { ok: false, why }
  }
  const windows = written
    .map(({ start, end }): DateWindow => [start, end])
    .toSorted(([a], [b]) => minutesOf(a) - minutesOf(b))
  const why = overlapIn(
    windows.map(([start, end]) => ({
      name: `${start} to ${end}`,
      from: minutesOf(start),
      to: minutesOf(start) + lengthOf(start, end),
    })),
  )
  return why ? { ok: false, why } : { ok: true, windows }
}

/** Whether a stretch as it is kept goes on after midnight. */
export const isOverMidnight = (start: string, end: string) => minutesOf(end) <= minutesOf(start)
