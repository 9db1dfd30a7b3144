const DAY_MS = 24 * 60 * 60 * 1000
const WEEK_DAYS = 7

/** Formatters are slow to make and are asked for by every row of a list. */
const made = new Map<string, Intl.DateTimeFormat>()

function format(at: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${timeZone} ${JSON.stringify(options)}`
  const formatter = made.get(key) ?? new Intl.DateTimeFormat(undefined, { ...options, timeZone })
  made.set(key, formatter)
  return formatter.format(at)
}

/** The calendar day of an instant on the clock of `timeZone`, as `YYYY-MM-DD`. */
export function dayOf(at: Date, timeZone: string): string {
  const key = `day ${timeZone}`
  const formatter = made.get(key) ?? new Intl.DateTimeFormat('en-CA', { timeZone })
  made.set(key, formatter)
  return formatter.format(at)
}

/** The day that lies `days` after a day; both are `YYYY-MM-DD` and pass through no zone. */
export const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** An instant in a list: the time today, the weekday this week, the date before, the year where it is another. */
export function shortWhen(instant: string, now: Date, timeZone: string): string {
  const at = new Date(instant)
  const day = dayOf(at, timeZone)
  const today = dayOf(now, timeZone)
  if (day === today) return format(at, timeZone, { hour: 'numeric', minute: '2-digit' })
  if (day < today && day > addDays(today, -WEEK_DAYS)) return format(at, timeZone, { weekday: 'short' })
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  return format(at, timeZone, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** An instant in full, with its weekday. */
export const longWhen = (instant: string, timeZone: string) =>
  format(new Date(instant), timeZone, { dateStyle: 'full', timeStyle: 'short' })

/** The day of an instant, with its year. */
export const dateWhen = (instant: string, timeZone: string) =>
  format(new Date(instant), timeZone, { day: 'numeric', month: 'short', year: 'numeric' })

/** An instant above a message. */
export const messageWhen = (instant: string, timeZone: string) =>
  format(new Date(instant), timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  })

/** A calendar day in words; near days by name. `day` and `today` are `YYYY-MM-DD`. */
export function dayInWords(day: string, today: string): string {
  if (day === today) return 'Today'
  if (day === addDays(today, 1)) return 'Tomorrow'
  if (day === addDays(today, -1)) return 'Yesterday'
  const at = new Date(`${day}T12:00:00Z`)
  const near = day > today && day < addDays(today, WEEK_DAYS)
  if (near) return format(at, 'UTC', { weekday: 'long' })
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  return format(at, 'UTC', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}

const PARTS: Intl.DateTimeFormatOptions = {
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  hourCycle: 'h23',
}

/** An instant as it stands on the clock of `timeZone`: `YYYY-MM-DDTHH:MM`, as a field for date and time wants it. */
export function clockOf(instant: string, timeZone: string): string {
  const formatter = new Intl.DateTimeFormat('en-US', { ...PARTS, timeZone })
  const parts = new Map(formatter.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** The instant at which the clock of `timeZone` shows `clock`; of two, as when summer time ends, the first. */
export function instantOf(clock: string, timeZone: string): string {
  const asUtc = Date.parse(`${clock}Z`)
  const offsetAt = (ms: number) => Date.parse(`${clockOf(new Date(ms).toISOString(), timeZone)}Z`) - ms
  const tries = [offsetAt(asUtc - DAY_MS), offsetAt(asUtc + DAY_MS)].map((offset) => asUtc - offset)
  const found = tries.find((ms) => Date.parse(`${clockOf(new Date(ms).toISOString(), timeZone)}Z`) === asUtc)
  return new Date(found ?? Math.max(...tries)).toISOString()
}
