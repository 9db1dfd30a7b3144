import type { NotTaken } from './ics/read-calendar.ts'

export const IMPORT_STATES = ['uploaded', 'checked', 'running', 'done', 'failed', 'undoing', 'undone'] as const

/** What an import would do, or did, by dates: `same` are here already; `others` take no time or are cancelled. */
export type Outcome = {
  events: number
  toAdd: number
  added: number
  same: number
  elsewhere: number
  cancelled: number
  overlapping: number
  others: number
  endless: number
  refused: number
  isCut: boolean
  /** The first of those that are not taken, with why. */
  notTaken: (NotTaken & { startsAt: number | null })[]
}

/** Many years of a busy calendar; as events it is several times that in memory. */
export const CALENDAR_BYTES = 10 * 1024 * 1024
export const TOO_LARGE = 'This file is larger than 10 MB. Export the months that matter, and try again.'

/** How many of those that are not taken are told one by one. */
export const MOST_TOLD = 200
