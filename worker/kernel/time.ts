export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The calendar day, `YYYY-MM-DD`, that an instant falls on in a zone (an IANA name). */
export const dayIn = (timeZone: string, at: Date) =>
  // The Swedish way to write a date is ISO 8601.
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
