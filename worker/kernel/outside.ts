/** Time in which somebody is busy by another calendar: epoch milliseconds, half-open. */
export type OutsideSpan = { startsAt: number; endsAt: number }

/**
 * What one reading of somebody's other calendar found. `generation` counts the readings: of two the later one holds,
 * however late it arrives. `busy` is null where the calendar had not changed; `readAt` is null until it was ever read.
 */
export type OutsideReading = {
  calendarId: string
  staffId: string
  generation: number
  readAt: number | null
  busy: OutsideSpan[] | null
}

/** An appointment that was booked when another calendar brought something for the same time and person. */
export type OutsideOverlap = { appointmentId: string; title: string; staffId: string; startsAt: number }

/** What the desk knows of other calendars between two instants, and which of its appointments lie in such time. */
export type OutsideView = {
  busy: (OutsideSpan & { calendarId: string; staffId: string })[]
  overlaps: OutsideOverlap[]
}
