import { OFFICE } from '../../../hours/rules/whose.ts'
import { type Interval, merged, without } from '../intervals.ts'
import type { StaffRules } from '../policy.ts'
import { staffFrom } from '../policy-from.ts'
import { openHours } from '../slots/open-hours.ts'
import { windowsFrom } from '../slots/windows.ts'
import { dayInterval, type Stretch, stretchOn } from './day-grid.ts'

type Whose = { userId: string | null }
/** The hours of an office as they are read over the line. */
export type HoursRead = {
  weekly: (Whose & { timeZone: string | null; windows: { day: number; start: string; end: string }[] })[]
  dates: (Whose & { date: string; windows: { start: string; end: string }[] })[]
  timeOff: (Whose & { id: string; fromOn: string; toOn: string; title: string })[]
}
type Member = { userId: string; name: string; timeZone: string | null; role: string }

const who = ({ userId }: Whose) => userId ?? OFFICE
/** Before all that can be read: what was once an exception is long past. */
const EVER = '2000-01-01'

/** The hours of everybody who can be booked, by the same rules by which the desk judges. */
export function staffHours(hours: HoursRead, members: readonly Member[], timeZone: string): StaffRules[] {
  const { weekly, dates, timeOff } = hours
  const rows = {
    weekly: weekly.map((each) => ({ ...each, who: who(each) })),
    dates: dates.map(({ date, windows, ...each }) => ({
      ...{ date, who: who(each) },
      windows: windows.map(({ start, end }): [string, string] => [start, end]),
    })),
    off: timeOff.map((each) => ({ ...each, who: who(each) })),
  }
  return staffFrom({ members: [...members], hours: rows, fromOn: EVER, timeZone })
}

/** When one of these people works within a stretch of time, as merged intervals. */
export const openTimes = (staff: readonly StaffRules[], { startsAt, endsAt }: Interval): Interval[] =>
  merged(
    staff.flatMap((person) => windowsFrom(openHours(person), { notBefore: startsAt, from: startsAt, until: endsAt })),
  )

/** The stretches of a day's column in which none of them works; where nobody has hours at all, the day is left clear. */
export function closedOn(timeZone: string, date: string, staff: readonly StaffRules[]): Stretch[] {
  if (!staff.some(({ hours, dateHours }) => hours.length > 0 || dateHours.length > 0)) return []
  const day = dayInterval(timeZone, date)
  return without([day], openTimes(staff, day)).flatMap((closed) => stretchOn(timeZone, date, closed) ?? [])
}

/** Who is away on a date, and why; the office itself closes for all. */
export const awayOn = ({ timeOff }: HoursRead, date: string, userIds: readonly string[]) =>
  timeOff.filter(
    ({ userId, fromOn, toOn }) => fromOn <= date && date <= toOn && (userId === null || userIds.includes(userId)),
  )
