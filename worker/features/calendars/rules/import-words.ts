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

/** How many of those that are not taken are told one by one. */
export const MOST_TOLD = 200
