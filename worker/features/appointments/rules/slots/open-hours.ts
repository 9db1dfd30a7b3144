import { Refusal } from '../../../../kernel/refusal.ts'
import { checkZone } from '../time/offset-at.ts'
import { dayNumberOf, minutesOf } from '../time/written.ts'

/** From the midnight of a date, in minutes; what passes the next midnight ends after 1440. */
export type MinuteSpan = { from: number; until: number }

/** When a person can be booked, on the clocks of a zone. */
export type OpenHours = {
  timeZone: string
  /** By weekday, from Sunday (0) on. */
  weekly: readonly (readonly MinuteSpan[])[]
  /** By the number of the calendar day: what holds there instead. */
  dates: ReadonlyMap<number, readonly MinuteSpan[]>
}

export type WrittenHours = {
  timeZone: string
  hours: readonly { day: number; start: string; end: string }[]
  dateHours: readonly { date: string; windows: readonly (readonly [string, string])[] }[]
}

const WEEK = [0, 1, 2, 3, 4, 5, 6]
const DAY_IN_MINUTES = 24 * 60

/**
 * Hours as they are written. They belong to the date on which they start: an end that is not after the start is one of
 * the next date, and stays when that date has hours of its own or is closed. Several entries for a date add up.
 */
export function openHours({ timeZone, hours, dateHours }: WrittenHours): OpenHours {
  checkZone(timeZone)
  const stranger = hours.find(({ day }) => !WEEK.includes(day))
  if (stranger) throw new Refusal('invalid', `The days of the week are 0 (Sunday) to 6, not ${stranger.day}.`)
  const dates = new Map<number, MinuteSpan[]>()
  for (const { date, windows } of dateHours) {
    const day = dayNumberOf(date)
    dates.set(day, [...(dates.get(day) ?? []), ...windows.map(([start, end]) => spanOf(start, end))])
  }
  const weekly = WEEK.map((day) => hours.filter((each) => each.day === day).map(({ start, end }) => spanOf(start, end)))
  return { timeZone, weekly, dates }
}

function spanOf(start: string, end: string): MinuteSpan {
  const [from, until] = [minutesOf(start), minutesOf(end)]
  if (from === DAY_IN_MINUTES) throw new Refusal('invalid', 'Hours that start at 24:00 start at 00:00 of the next day.')
  return { from, until: until > from ? until : until + DAY_IN_MINUTES }
}
