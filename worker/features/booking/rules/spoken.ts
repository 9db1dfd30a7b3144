import { decimalsOf } from '../../../kernel/currencies.ts'

const HOUR_MINUTES = 60

/**
 * English as it is spoken where the visitor's browser comes from, such as `en-DE`: the pages are in English, and dates
 * and clocks follow the visitor's own habits.
 */
export function localeOf(acceptLanguage: string | null): string {
  const first = acceptLanguage?.split(/[,;]/)[0]?.trim()
  if (!first || first === '*') return 'en-GB'
  try {
    const { region } = new Intl.Locale(first).maximize()
    return region ? `en-${region}` : 'en-GB'
  } catch (error) {
    if (error instanceof RangeError) return 'en-GB'
    throw error
  }
}

/** How instants are said to one visitor. */
export type Speaker = ReturnType<typeof speakerFor>

export function speakerFor(locale: string, timeZone: string) {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options })
  const time = format({ hour: 'numeric', minute: '2-digit' })
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const zone = format({ timeZoneName: 'long' })
  return {
    locale,
    timeZone,
    time: (at: Date) => time.format(at),
    day: (at: Date) => day.format(at),
    when: (at: Date) => `${day.format(at)}, ${time.format(at)}`,
    zone: (at: Date) => zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
    hour: (at: Date) => Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' }).format(at)),
  }
}

/** A calendar day, `YYYY-MM-DD`, as a part of a strip of days: it is the same day in every zone. */
export function spokenDay(locale: string, date: string) {
  const at = new Date(date)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(at)
  return {
    weekday: format({ weekday: 'short' }),
    day: format({ day: 'numeric' }),
    month: format({ month: 'short' }),
    whole: format({ weekday: 'long', day: 'numeric', month: 'long' }),
  }
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** How long something takes: `45 minutes`, `1 hour 30 minutes`, `2 days`. */
export function spokenLength(minutes: number): string {
  const days = Math.floor(minutes / (24 * HOUR_MINUTES))
  const hours = Math.floor(minutes / HOUR_MINUTES) % 24
  const rest = minutes % HOUR_MINUTES
  return [
    ...(days > 0 ? [counted(days, 'day')] : []),
    ...(hours > 0 ? [counted(hours, 'hour')] : []),
    ...(rest > 0 || minutes === 0 ? [counted(rest, 'minute')] : []),
  ].join(' ')
}

export function spokenPrice(locale: string, minor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const isWhole = minor % 10 ** decimals === 0
  return new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency },
    ...{ minimumFractionDigits: isWhole ? 0 : decimals, maximumFractionDigits: decimals },
  }).format(minor / 10 ** decimals)
}

export type Windows = readonly { day: number; start: string; end: string }[]
/** From Monday on, as offices write their hours. */
const WEEK = [1, 2, 3, 4, 5, 6, 0]
/** A Sunday: day 0. */
const SUNDAY = Date.UTC(2026, 0, 4)
const DAY_MS = 86_400_000

/** An office's week as it hangs at a door: days with the same hours are one line, `Mon – Fri`. */
export function spokenWeek(locale: string, windows: Windows): { days: string; hours: string }[] {
  const name = (day: number) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(SUNDAY + day * DAY_MS)
  const lines: { first: number; last: number; hours: string }[] = []
  for (const day of WEEK) {
    const hours = windows
      .filter((window) => window.day === day)
      .map(({ start, end }) => `${start} – ${end}`)
      .join(', ')
    const line = lines.at(-1)
    if (line && line.hours === hours) line.last = day
    else lines.push({ first: day, last: day, hours })
  }
  return lines.map(({ first, last, hours }) => ({
    days: first === last ? name(first) : `${name(first)} – ${name(last)}`,
    hours: hours || 'closed',
  }))
}
