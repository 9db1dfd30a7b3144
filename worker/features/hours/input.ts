import { z } from 'zod'
import { isTimeZone } from '../office/rules/places.ts'
import { userId } from '../services/input.ts'

const NAME_LENGTH = 100
const MOST_WINDOWS = 70
const MOST_WINDOWS_A_DAY = 24

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'This is not a time of day such as 09:30.')
const stretch = {
  start: clock,
  end: clock,
  /** Whether it goes on after midnight. Without it, an end before the start is refused as a slip. */
  overMidnight: z.boolean().default(false),
}
/** Null: the office's own hours, which everybody follows who has none. */
const whose = userId.nullable()

export const SetWeek = z.object({
  userId: whose,
  /** Null: the member's zone, else the office's. */
  timeZone: z.string().max(NAME_LENGTH).refine(isTimeZone, 'This time zone is not known.').nullable().default(null),
  windows: z.array(z.object({ day: z.number().int().min(0).max(6), ...stretch })).max(MOST_WINDOWS),
})
export const FollowOffice = z.object({ userId })
/** Without windows the day is closed. */
export const SetDate = z.object({
  userId: whose,
  date: z.iso.date(),
  windows: z.array(z.object(stretch)).max(MOST_WINDOWS_A_DAY),
})
export const ClearDate = z.object({ userId: whose, date: z.iso.date() })
export const AddTimeOff = z.object({
  userId: whose,
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  title: z.string().trim().max(NAME_LENGTH).default(''),
})
export const RemoveTimeOff = z.object({ id: z.string().max(64).meta({ ref: 'time_off' }) })

const shown = { start: z.string(), end: z.string(), overMidnight: z.boolean() }
export const HoursShown = z.object({
  /** The office's own, and of each who has some. A member who is not named follows the office. */
  weekly: z.array(
    z.object({
      userId: z.string().nullable(),
      timeZone: z.string().nullable(),
      windows: z.array(z.object({ day: z.number(), ...shown })),
    }),
  ),
  dates: z.array(z.object({ userId: z.string().nullable(), date: z.string(), windows: z.array(z.object(shown)) })),
  timeOff: z.array(
    z.object({
      id: z.string(),
      userId: z.string().nullable(),
      fromOn: z.string(),
      toOn: z.string(),
      title: z.string(),
    }),
  ),
})
