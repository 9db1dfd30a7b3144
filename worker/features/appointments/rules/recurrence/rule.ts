export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** From Sunday (0) on, as everywhere. */
export const WEEKDAYS: readonly string[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** `nth` counts within the month or year, from its end where negative; null is each of them. */
export type ByDay = { weekday: number; nth: number | null }

/** Until an instant, or a time or the whole of a day on the clocks of the zone, always with it. */
export type Until = { instant: number } | { wall: number }

/** A rule of RFC 5545; of a part that is not written there is an empty list or null. */
export type Rule = {
  frequency: Frequency
  interval: number
  count: number | null
  until: Until | null
  weekStart: number
  byMonth: readonly number[]
  byWeekNo: readonly number[]
  byYearDay: readonly number[]
  byMonthDay: readonly number[]
  byDay: readonly ByDay[]
  byHour: readonly number[]
  byMinute: readonly number[]
  bySecond: readonly number[]
  bySetPos: readonly number[]
}
