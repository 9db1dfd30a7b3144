/** Formatters are slow to make, and a week asks for a hundred times. */
const made = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`
  const known = made.get(key) ?? new Intl.DateTimeFormat(undefined, { ...options, timeZone })
  made.set(key, known)
  return known
}

type At = string | number
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const
const dayAt = (date: string) => Date.parse(`${date}T12:00:00Z`)

export const clockWords = (at: At, timeZone: string) => formatter(timeZone, CLOCK).format(new Date(at))

/** From when to when, on one clock. */
export const spanWords = (from: At, to: At, timeZone: string) =>
  `${clockWords(from, timeZone)}–${clockWords(to, timeZone)}`

/** Day and time, as a member says it. */
export const whenWords = (at: At, timeZone: string) =>
  formatter(timeZone, { weekday: 'short', day: 'numeric', month: 'short', ...CLOCK }).format(new Date(at))

export const longDay = (date: string) =>
  formatter('UTC', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(dayAt(date))
export const shortDay = (date: string) =>
  formatter('UTC', { weekday: 'short', day: 'numeric', month: 'short' }).format(dayAt(date))
export const weekdayName = (date: string) => formatter('UTC', { weekday: 'short' }).format(dayAt(date))
export const monthName = (date: string) => formatter('UTC', { month: 'long', year: 'numeric' }).format(dayAt(date))
export const dayOfMonth = (date: string) => String(Number(date.slice(8, 10)))

/** The name of an hour at the edge of a calendar: `9:00` or `9 am`, as the reader writes it. */
export const hourName = (hour: number) => clockWords(Date.UTC(2000, 0, 1, hour), 'UTC')
