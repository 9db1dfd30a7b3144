import { Temporal } from 'temporal-polyfill/implementation'

/** A hairdresser's week, Tuesday to Saturday, by the numbers of ISO 8601. */
const OPENS = 2
const CLOSES = 6

/** A moment of the demo's history: on the n-th open day (0 is today or the next one) by the office's clock, or minutes ago. */
export type Moment = { day: number; at: string } | { minutesAgo: number }

const isOpen = ({ dayOfWeek }: Temporal.PlainDate) => dayOfWeek >= OPENS && dayOfWeek <= CLOSES

/** The days around an instant as an office in this zone counts them. */
export type DemoDays = { now: Date; today: Temporal.PlainDate; timeZone: string }

export const daysAround = (now: Date, timeZone: string): DemoDays => ({
  now,
  timeZone,
  today: Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate(),
})

/** The n-th open day after today, or before it when `n` is negative; 0 is today or, when it is closed, the next open day. */
export function openDay({ today }: Pick<DemoDays, 'today'>, n: number): Temporal.PlainDate {
  const step = n < 0 ? -1 : 1
  let day = today
  while (n >= 0 && !isOpen(day)) day = day.add({ days: 1 })
  for (let left = Math.abs(n); left > 0; ) {
    day = day.add({ days: step })
    if (isOpen(day)) left -= 1
  }
  return day
}

/** The calendar day so many days after today, `YYYY-MM-DD`. */
export const calendarDay = ({ today }: Pick<DemoDays, 'today'>, days: number): string => today.add({ days }).toString()

export function instantOf(days: DemoDays, moment: Moment): Date {
  if ('minutesAgo' in moment) return new Date(days.now.getTime() - moment.minutesAgo * 60_000)
  const wall = openDay(days, moment.day).toZonedDateTime({ timeZone: days.timeZone, plainTime: moment.at })
  return new Date(wall.epochMilliseconds)
}

const PLACE = /\{(day|date)([+-]\d{1,2})\}/g

/** A text with its places for days filled in: `{day+2}` becomes "Thursday", `{date-3}` becomes "Friday 6 March". */
export function withDays(text: string, days: Pick<DemoDays, 'today'>): string {
  return text.replace(PLACE, (_place, kind: string, n: string) => {
    const day = openDay(days, Number(n))
    const weekday = day.toLocaleString('en-GB', { weekday: 'long' })
    return kind === 'day' ? weekday : `${weekday} ${day.toLocaleString('en-GB', { day: 'numeric', month: 'long' })}`
  })
}
