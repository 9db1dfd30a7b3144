import { readQuery } from './slots/read-query.ts'
import { slotsIn } from './slots/sweep.ts'

/** Instants are ISO strings with `Z`, zones IANA names, intervals half-open. */
export type FreeSlotsQuery = {
  now: string
  /** Those that start in [from, to) are returned. */
  from: string
  to: string
  /** Starts lie on multiples of minutes on this zone's clock. */
  viewerTimeZone: string
  staff: readonly {
    id: string
    timeZone: string
    /** 0 is Sunday; `HH:MM`; an end of `24:00` is the next midnight, and one not after its start is of the next date. */
    hours: readonly { day: number; start: string; end: string }[]
    /** Replaces the hours that start on that date; no windows means closed. */
    dateHours: readonly { date: string; windows: readonly (readonly [string, string])[] }[]
    /** In any order, overlapping or not. */
    busy: readonly { start: string; end: string; bufferBeforeMinutes?: number; bufferAfterMinutes?: number }[]
  }[]
  service: {
    lengthMinutes: number
    everyMinutes: number
    bufferBeforeMinutes: number
    bufferAfterMinutes: number
    noticeMinutes: number
    needs: 'any' | 'all'
  }
}

/**
 * The times at which a service can be booked, ascending, with the ids, sorted, of who is free for the whole of it:
 * for `any` whoever is, for `all` everybody or it is not offered. Nobody to ask offers nothing.
 *
 * A slot lies within one free window (hours without what is busy). In each window the first start is rounded up to a
 * multiple of the largest of 60, 30, 20, 15, 10 and 5 minutes that divides `everyMinutes`, else of one minute, on the
 * viewer's clock; the next follow every `everyMinutes`. So starts begin anew after all that is busy. Between two
 * appointments lies at least the pause after the first and the pause before the second together; pauses may lie outside
 * the hours. No start is before `now` and the notice, to the millisecond. The range only chooses among the starts.
 *
 * Hours are those of the wall clock: a time that the clocks skip is as long after the change, one that they show twice
 * is the first. A date that a zone skipped has no hours.
 *
 * Nothing is offered for an empty range, for one that ends before it starts, and for a length for which there is no
 * room. Refused (`Refusal`): unknown zones, texts that are no instant, date or time of day, minutes that are not whole,
 * a length or a step of 0, busy time that ends before it starts, one id twice; and as too large, ranges of more than
 * 1,100 days or 200,000 starts, and those that end more than 20 years after `now`.
 */
export function freeSlots(q: FreeSlotsQuery): { start: string; staffIds: string[] }[] {
  const { asked, range } = readQuery(q)
  return slotsIn(asked, range).map(({ startsAt, staffIds }) => ({ start: new Date(startsAt).toISOString(), staffIds }))
}
